package dev.corridor.application.organization;

import dev.corridor.application.Refuses;

/** Periodic job that takes over what the provider of verifications has found of pending organizations. Idempotent. */
public interface ExaminePending {

    /** The number of those that were decided. */
    @Refuses({})
    int examine(Command command);

    /** @param pageSize how many organizations are read at once */
    record Command(int pageSize) {}
}
