/** Closes months of the ledger, and reads closings. */
package dev.corridor.persistence.closing;
