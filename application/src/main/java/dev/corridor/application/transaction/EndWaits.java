package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;

/** Periodic job that ends the waits of payouts whose time has come: one that was not approved in time is DECLINED. Safe on any number of nodes. */
public interface EndWaits {

    /** Answers how many were looked at; fewer than the limit if no more are due. */
    @Refuses({})
    int end(Command command);

    record Command(int limit) {}
}
