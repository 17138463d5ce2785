/** Where transactions are read, and the blockchains that payouts go over. */
package dev.corridor.application.transaction.port;
