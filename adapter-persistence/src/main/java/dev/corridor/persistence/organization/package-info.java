/** The table of organizations. */
package dev.corridor.persistence.organization;
