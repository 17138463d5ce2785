package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import java.time.Duration;

/**
 * Periodic job that decides the items of batches, several at once and each by the use case of its payout. The payout has the id that its item was given when it
 * was handed in, and one that exists is not decided again: whatever is interrupted and repeated, by whatever node, each item is paid once. What is refused is kept
 * with its item. What passes by itself, such as an overload or a rate limit, lets the batch wait for a while.
 */
public interface WorkOffBatches {

    /** Answers how many batches were taken up. */
    @Refuses({})
    int workOff(Command command);

    /**
     * @param lease for how long no other node takes up the batch; longer than a chunk takes
     * @param chunk how many items are decided before what has become of them is kept
     */
    record Command(Duration lease, int chunk) {}
}
