/** Payouts and transactions on the wire. Source: the NXOS contract, section 1, "Crypto payout", "Fiat payout" and "Transactions". */
package dev.corridor.http.api.transaction;
