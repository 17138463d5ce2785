/** Adapters of the port {@link dev.corridor.application.transaction.port.Chain}. */
package dev.corridor.chain;
