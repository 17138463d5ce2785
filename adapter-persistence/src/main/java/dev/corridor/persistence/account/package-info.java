/** Tables of accounts and balances. */
package dev.corridor.persistence.account;
