package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;

/**
 * Periodic job that ends the waits of payouts whose time has come. One that waits for no decision any more is released: its money is set aside, after
 * everything that a new payout is asked for, and what is refused then makes it DECLINED, with the reason; but what passes by itself is tried again until
 * the wait expires. One that was not decided in time is DECLINED. Safe on any number of nodes: the account's lock lets one of them take effect.
 */
public interface EndWaits {

    /** Answers how many were looked at; fewer than the limit if no more are due. */
    @Refuses({})
    int end(Command command);

    record Command(int limit) {}
}
