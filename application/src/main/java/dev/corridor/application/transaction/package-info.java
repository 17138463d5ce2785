/** Payouts and their resolution, transactions and the ledger. */
package dev.corridor.application.transaction;
