package dev.corridor.application.access;

import dev.corridor.application.Refuses;

/** Periodic job that stores when keys were last used. Its interval is the precision of those times. */
public interface RecordKeyUses {

    @Refuses({})
    int record(Command command);

    /** @param limit the most keys per run; the result is their number */
    record Command(int limit) {}
}
