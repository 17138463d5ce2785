/** Endpoints of accounts, balances and ledger entries. Source: the NXOS contract, section 1, "Accounts". */
package dev.corridor.http.api.account;
