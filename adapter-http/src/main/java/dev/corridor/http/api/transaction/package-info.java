/** Endpoints of payouts and transactions. Source: the NXOS contract, section 1, "Crypto payout", "Fiat payout", "Transactions". */
package dev.corridor.http.api.transaction;
