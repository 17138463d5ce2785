/** Tables of transactions, ledger entries and signed transfers. */
package dev.corridor.persistence.transaction;
