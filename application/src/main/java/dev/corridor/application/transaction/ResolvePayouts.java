package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import java.time.Duration;

/**
 * Periodic job that resolves LOCKED crypto payouts. Completes confirmed ones, declines failed ones, and rebroadcasts those that the chain
 * has never seen. The rest stay LOCKED for the next run. Safe on several nodes at once.
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
