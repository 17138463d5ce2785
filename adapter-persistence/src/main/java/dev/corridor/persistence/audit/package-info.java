/** The table of audit records. */
package dev.corridor.persistence.audit;
