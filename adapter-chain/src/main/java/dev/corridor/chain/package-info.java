/** Blockchains, as the port {@link dev.corridor.application.transaction.port.Chain} wants them. */
package dev.corridor.chain;
