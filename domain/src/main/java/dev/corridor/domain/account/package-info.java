/**
 * Accounts hold a {@link dev.corridor.domain.account.Balance} per asset: what is available, and what is locked for payouts in flight. An
 * account is ACTIVE, SUSPENDED (keeps its money and refuses new transactions) or CLOSED.
 */
package dev.corridor.domain.account;
