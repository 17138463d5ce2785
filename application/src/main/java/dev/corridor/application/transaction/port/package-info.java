/** Ports of payouts: the blockchains and the store of transactions. */
package dev.corridor.application.transaction.port;
