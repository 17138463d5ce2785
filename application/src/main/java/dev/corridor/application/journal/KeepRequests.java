package dev.corridor.application.journal;

import dev.corridor.application.Refuses;

/** Periodic job that keeps what was noted since. */
public interface KeepRequests {

    /** @return how many were kept */
    @Refuses({})
    int keep(Command command);

    /** @param limit the most requests per run */
    record Command(int limit) {}
}
