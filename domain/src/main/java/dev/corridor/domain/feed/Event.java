package dev.corridor.domain.feed;

import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.transaction.Transaction;

/** That a quote or a transaction has come to another state. It holds the thing in that state, whatever became of it since. */
public sealed interface Event {

    /** Greater than those of all events of the topic that happened before. Between two of them there may be any distance. */
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
