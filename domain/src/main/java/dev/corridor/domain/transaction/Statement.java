package dev.corridor.domain.transaction;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.reference.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An account statement in one asset: the opening balance and every movement in the order of posting.
 *
 * <p>The statement's total is available plus locked money. A payout debits the total when it completes. Until then its lock line shows zero
 * in total and reduces what is available.
 *
 * @param opening the balance at the beginning of the period
 */
public record Statement(Period period, Balance opening, List<Line> lines) {

    /**
     * A half-open period. The closing balance of a period is the opening balance of the next, and no movement is in both.
     *
     * @param from inclusive
     * @param until exclusive
     */
    public record Period(Instant from, Instant until) {

        public Period {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("a period begins before it ends");
            }
        }
    }

    /**
     * One step of a transaction. The fee of a payout that has arrived is a line of its own, after that of its amount.
     *
     * @param reference the organization's own name for the transaction
     * @param description the organization's note, or the reason of a reversal; empty if there is none
     * @param available change of the available balance
     * @param locked change of the locked balance
     * @param after the balance right after it
     */
    public record Line(
            TransactionId transaction,
            TransactionType type,
            Optional<Reference> reference,
            String description,
            Instant postedAt,
            Money available,
            Money locked,
            Balance after) {

        /** Change of the total; zero if money only moved between the buckets. */
        public Money amount() {
            return available.plus(locked);
        }

        private static Line begin(Entry entry, Transaction transaction, Balance before) {
            var nothing = Money.zero(before.asset());
            return new Line(
                    transaction.id(),
                    transaction.type(),
                    transaction.memo().reference(),
                    transaction.memo().description(),
                    entry.postedAt(),
                    nothing,
                    nothing,
                    before);
        }

        /** Whether the entry belongs to this line, which changes each bucket at most once. */
        private boolean takes(Entry entry) {
            var change = switch (entry.bucket()) {
                case AVAILABLE -> available;
                case LOCKED -> locked;
            };
            return transaction.equals(entry.transaction()) && change.isZero();
        }

        private Line plus(Entry entry) {
            return switch (entry.bucket()) {
                case AVAILABLE -> {
                    var balance = new Balance(after.account(), entry.balanceAfter(), after.locked(), entry.postedAt());
                    yield new Line(transaction, type, reference, description, postedAt, entry.amount(), locked, balance);
                }
                case LOCKED -> {
                    var balance = new Balance(after.account(), after.available(), entry.balanceAfter(), entry.postedAt());
                    yield new Line(transaction, type, reference, description, postedAt, available, entry.amount(), balance);
                }
            };
        }
    }

    public Statement {
        lines = List.copyOf(lines);
    }

    /**
     * Builds the statement from the ledger.
     *
     * @param entries the account's entries in the asset during the period, in the order of posting
     * @param transactions finds the transaction of an entry
     */
    public static Statement of(
            Period period, Balance opening, List<Entry> entries, Function<TransactionId, Transaction> transactions) {
        var lines = new ArrayList<Line>();
        var balance = opening;
        for (var entry : entries) {
            boolean goesOn = !lines.isEmpty() && lines.getLast().takes(entry);
            var step = goesOn ? lines.removeLast() : Line.begin(entry, transactions.apply(entry.transaction()), balance);
            lines.add(step.plus(entry));
            balance = lines.getLast().after();
        }
        return new Statement(period, opening, lines);
    }

    public AccountId account() {
        return opening.account();
    }

    public Asset asset() {
        return opening.asset();
    }

    public Balance closing() {
        return lines.isEmpty() ? opening : lines.getLast().after();
    }
}
