/** The table of the journal of requests. */
package dev.corridor.persistence.journal;
