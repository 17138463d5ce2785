/** Ports of reconciliation: what a chain says, what the books say of a rail, and what has come of comparing them. */
package dev.corridor.application.reconciliation.port;
