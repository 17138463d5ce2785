package dev.corridor.domain.feed;

import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.transaction.Transaction;

/** A state change of a quote or a transaction. It holds a snapshot of the state then, whatever has happened since;
 * the hash of a crypto payout alone is the one that it has now. */
public sealed interface Event {

    /** Increases within a topic, with gaps. */
    long sequence();

    Topic topic();

    record TransactionEvent(long sequence, Transaction transaction) implements Event {

        @Override
        public Topic topic() {
            return new Topic(transaction.organization(), EventKind.TRANSACTION);
        }
    }

    record QuoteEvent(long sequence, Quote quote) implements Event {

        @Override
        public Topic topic() {
            return new Topic(quote.terms().organization(), EventKind.QUOTE);
        }
    }
}
