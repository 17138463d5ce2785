package dev.corridor.domain.transaction;

import dev.corridor.domain.money.Money;
import java.util.ArrayList;
import java.util.List;

/** One step of a transaction: its state after the step, and the postings of the step. */
public record Movement(Transaction transaction, List<Posting> postings) {

    public Movement {
        postings = List.copyOf(postings);
        if (postings.isEmpty()) {
            throw new IllegalArgumentException("a movement moves something");
        }
    }

    static Postings from(int firstLine) {
        return new Postings(firstLine);
    }

    static final class Postings {

        private final List<Posting> postings = new ArrayList<>();
        private int nextLine;

        private Postings(int firstLine) {
            this.nextLine = firstLine;
        }

        Postings move(Money amount, LedgerAccount from, LedgerAccount to) {
            postings.add(new Posting(nextLine, from, to, amount));
            nextLine += 2;
            return this;
        }

        /** Moves an amount that may be zero. */
        Postings moveAny(Money amount, LedgerAccount from, LedgerAccount to) {
            return amount.isZero() ? this : move(amount, from, to);
        }

        /** Moves on a part of what the last posting has brought, if there is one. Both share the line of the place in between. */
        Postings moveOn(Money part, LedgerAccount to) {
            if (!part.isZero()) {
                postings.add(new Posting(nextLine - 1, postings.getLast().to(), to, part));
                nextLine++;
            }
            return this;
        }

        /** Takes all of it back, for a reversal. */
        Postings reversed() {
            postings.replaceAll(posting -> new Posting(posting.line(), posting.from(), posting.to(), posting.amount().negated()));
            return this;
        }

        Movement of(Transaction transaction) {
            return new Movement(transaction, postings);
        }
    }
}
