/**
 * Movements of money. Each step of a {@link dev.corridor.domain.transaction.Transaction} is a {@link
 * dev.corridor.domain.transaction.Movement}: the new state, and the entries for the double-entry ledger. A movement can only be constructed
 * if its entries sum to zero in each asset.
 */
package dev.corridor.domain.transaction;
