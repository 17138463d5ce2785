package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import java.time.Duration;

/**
 * Periodic job that takes transfers between organizations out of clearing, when a crash or an outage has kept them there. Safe on several nodes at
 * once.
 */
public interface DeliverTransfers {

    /** Returns how many transfers were taken up. */
    @Refuses({})
    int deliver(Command command);

    /**
     * @param lease time until a transfer is taken up again; longer than its decisions usually take
     * @param limit the most transfers per run
     */
    record Command(Duration lease, int limit) {}
}
