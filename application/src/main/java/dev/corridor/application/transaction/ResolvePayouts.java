package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import java.time.Duration;

/**
 * Periodic job that resolves LOCKED crypto payouts. Prepares those that a crash has left, completes confirmed ones, declines failed ones,
 * rebroadcasts those that the chain has never seen, and offers more for those that are stuck. The rest stay LOCKED for the next run. Safe on
 * several nodes at once.
 */
public interface ResolvePayouts {

    /** Returns how many payouts were checked. */
    @Refuses({})
    int resolve(Command command);

    /**
     * @param lease time until a payout is checked again; longer than a send may take
     * @param limit the most payouts per run
     */
    record Command(Duration lease, int limit) {}
}
