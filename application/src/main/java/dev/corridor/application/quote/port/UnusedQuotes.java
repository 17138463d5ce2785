package dev.corridor.application.quote.port;

import java.time.LocalDate;

/** Removes quotes that nobody has executed, long after nobody could. What was executed is part of the books and stays. */
public interface UnusedQuotes {

    /**
     * Removes some of those that were issued before the day, by UTC. Those of the last month stay whatever the day is.
     *
     * @return whether there may be more
     */
    boolean removeSome(LocalDate before);
}
