/**
 * Movements of money. Each step of a {@link dev.corridor.domain.transaction.Transaction} is a {@link
 * dev.corridor.domain.transaction.Movement}: the new state, and a {@link dev.corridor.domain.transaction.Posting} in the double-entry ledger for
 * each amount that moves. A posting has two sides and sums to zero by itself.
 */
package dev.corridor.domain.transaction;
