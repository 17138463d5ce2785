package dev.corridor.application.funding;

import dev.corridor.application.Refuses;
import java.time.Duration;

/**
 * Periodic job that reads the chains for deposits: every final block once, from where the last run of any node has ended, however long ago. Each transfer
 * to a deposit address becomes a receipt. A chain that cannot be asked keeps the others waiting for nothing. Safe on several nodes at once.
 */
public interface WatchDeposits {

    /** Returns the number of chains that have more to be read. */
    @Refuses({})
    int watch(Command command);

    /**
     * @param lease after which another node may read the same blocks; longer than reading them may take
     * @param blocks the most blocks per chain and run
     */
    record Command(Duration lease, int blocks) {}
}
