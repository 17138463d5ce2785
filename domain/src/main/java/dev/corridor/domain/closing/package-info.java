/** Closed months of the ledger: what each comes to, with a hash that is chained to the month before. */
package dev.corridor.domain.closing;
