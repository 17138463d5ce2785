package dev.corridor.domain.transaction;

import dev.corridor.domain.money.Money;

/**
 * One line of the double-entry ledger.
 *
 * @param line its number within the transaction, from 1; (transaction, line) is the unique key that prevents a step from being posted twice
 * @param amount credit (positive) or debit (negative); never zero
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
