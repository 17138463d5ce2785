/** Transactions, the entries of the ledger and the signed transfers in their tables. */
package dev.corridor.persistence.transaction;
