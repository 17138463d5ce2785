/** Compares the books with what the chains and banks themselves say, to the smallest unit. */
package dev.corridor.application.reconciliation;
