/** The records of changes. */
package dev.corridor.persistence.audit;
