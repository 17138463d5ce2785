package dev.corridor.domain.transaction;

import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** One step of a transaction: its state after the step, and the ledger entries of the step. Balanced by construction. */
public record Movement(Transaction transaction, List<Entry> entries) {

    public Movement {
        entries = List.copyOf(entries);
        var sums = new HashMap<Asset, Money>();
        for (var entry : entries) {
            sums.merge(entry.amount().asset(), entry.amount(), Money::plus);
        }
        if (entries.isEmpty() || !sums.values().stream().allMatch(Money::isZero)) {
            throw new IllegalArgumentException("the entries of a movement sum to zero in each asset");
        }
    }

    static Lines from(int firstLine) {
        return new Lines(firstLine);
    }

    static final class Lines {

        private final List<Entry> entries = new ArrayList<>();
        private int nextLine;

        private Lines(int firstLine) {
            this.nextLine = firstLine;
        }

        Lines move(Money amount, LedgerAccount from, LedgerAccount to) {
            return post(amount.negated(), from).post(amount, to);
        }

        Lines post(Money amount, LedgerAccount place) {
            if (!amount.isZero()) {
                entries.add(new Entry(nextLine++, place, amount));
            }
            return this;
        }

        /** Negates every line, for a reversal. */
        Lines mirrored() {
            entries.replaceAll(entry -> new Entry(entry.line(), entry.place(), entry.amount().negated()));
            return this;
        }

        Movement of(Transaction transaction) {
            return new Movement(transaction, entries);
        }
    }
}
