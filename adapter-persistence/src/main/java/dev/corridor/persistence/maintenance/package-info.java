/** The notice of maintenance, in PostgreSQL. */
package dev.corridor.persistence.maintenance;
