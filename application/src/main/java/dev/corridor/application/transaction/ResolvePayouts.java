package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import java.time.Duration;

/**
 * Finds out what became of crypto payouts that are still LOCKED: completes those the chain has confirmed, declines those that failed, sends
 * again those it has never seen. To be called again and again; several nodes may do so at once. Whatever it cannot find out now it leaves
 * LOCKED for the next time.
 */
public interface ResolvePayouts {

    /** Answers how many payouts were looked at. */
    @Refuses({})
    int resolve(Command command);

    /**
     * @param lease how long a payout is left alone after it was looked at; longer than a send may take
     * @param limit how many payouts at most
     */
    record Command(Duration lease, int limit) {}
}
