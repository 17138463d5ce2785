/** Adapters of the port {@link dev.corridor.application.transaction.port.Bank}. */
package dev.corridor.bank;
