package dev.corridor.application.access;

import dev.corridor.application.Refuses;

/** Records which keys were used since it was last asked. For the service itself, from time to time: how often is how precise the moments are. */
public interface RecordKeyUses {

    @Refuses({})
    int record(Command command);

    /** @param limit how many keys at most; the answer says how many there were */
    record Command(int limit) {}
}
