/** The maintenance notice in PostgreSQL. */
package dev.corridor.persistence.maintenance;
