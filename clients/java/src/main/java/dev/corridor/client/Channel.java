package dev.corridor.client;

import dev.corridor.client.model.Quote;
import dev.corridor.client.model.Transaction;

/**
 * What can be followed.
 *
 * @param <T> the state that an event has
 */
public final class Channel<T> {

    /** Every new state of your organization's transactions. */
    public static final Channel<Transaction> TRANSACTIONS = new Channel<>("transactions", Transaction.class);

    /** Quotes that are issued or executed. */
    public static final Channel<Quote> QUOTES = new Channel<>("quotes", Quote.class);

    private final String name;
    private final Class<T> state;

    private Channel(String name, Class<T> state) {
        this.name = name;
        this.state = state;
    }

    Class<T> state() {
        return state;
    }

    /** As it is sent. */
    @Override
    public String toString() {
        return name;
    }
}
