/** Accounts and their balances in their tables. */
package dev.corridor.persistence.account;
