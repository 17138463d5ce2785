package dev.corridor.domain.transaction;

import dev.corridor.domain.money.Money;

/**
 * One line of the double-entry ledger.
 *
 * @param line its place among all entries of its transaction, from 1; transaction and line name an entry for good, so that the same step
 *     can never be posted twice
 * @param amount what came in (positive) or went out (negative); never zero
 */
public record Entry(int line, LedgerAccount place, Money amount) {

    public Entry {
        if (line < 1) {
            throw new IllegalArgumentException("lines are counted from 1");
        }
        if (amount.isZero()) {
            throw new IllegalArgumentException("an entry moves something");
        }
    }
}
