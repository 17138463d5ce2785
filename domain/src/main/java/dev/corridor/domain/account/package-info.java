/**
 * Accounts hold a {@link dev.corridor.domain.account.Balance} per asset: what is available to spend, and what is locked for payouts on
 * their way. An account is ACTIVE, SUSPENDED (it keeps its money and takes no new transaction) or CLOSED.
 */
package dev.corridor.domain.account;
