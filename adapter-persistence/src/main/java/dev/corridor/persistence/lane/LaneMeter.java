package dev.corridor.persistence.lane;

import java.time.Duration;

/** Is told of each batch that a lane has committed, on the lane's thread. */
@FunctionalInterface
public interface LaneMeter {

    LaneMeter NONE = batch -> {};

    void committed(BatchTimes batch);

    /**
     * What a batch has taken.
     *
     * @param decisions how many it had
     * @param queued how long its first decision had waited when it began
     * @param decided locking, reading and deciding: the first round trip
     * @param written writing and committing: the second; zero if there was nothing to write
     */
    record BatchTimes(int decisions, Duration queued, Duration decided, Duration written) {}
}
