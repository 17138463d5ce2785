/**
 * Movements of money. A {@link dev.corridor.domain.transaction.Transaction} has a state, and every step of it is a
 * {@link dev.corridor.domain.transaction.Movement}: the transaction as it now is, and the entries that the step writes into the
 * double-entry ledger. The entries of a movement sum to zero in each asset, or the movement cannot be made.
 */
package dev.corridor.domain.transaction;
