/** The store of the journal. */
package dev.corridor.application.journal.port;
