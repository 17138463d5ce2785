/** Accounts, their balances and their ledger on the wire. Source: the NXOS contract, section 1, "Accounts". */
package dev.corridor.http.api.account;
