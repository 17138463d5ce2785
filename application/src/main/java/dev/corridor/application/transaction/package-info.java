/** Paying out, reading transactions and the ledger, and finding out what became of payouts. */
package dev.corridor.application.transaction;
