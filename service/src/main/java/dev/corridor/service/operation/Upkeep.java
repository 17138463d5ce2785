package dev.corridor.service.operation;

import java.time.Duration;
import java.util.function.IntUnaryOperator;

/**
 * A periodic job on every node. The interval counts from the end of one run to the start of the next.
 *
 * @param name for the log
 * @param firstAfter the delay of the first run after the start
 */
public record Upkeep(String name, Duration every, Duration firstAfter, Runnable job) {

    /** A job that first runs at the start. */
    public static Upkeep every(Duration every, String name, Runnable job) {
        return new Upkeep(name, every, Duration.ZERO, job);
    }

    /** Delays the first run, to keep load off a starting service. */
    public Upkeep notBefore(Duration firstAfter) {
        return new Upkeep(name, every, firstAfter, job);
    }

    /** Runs steps until one finds less than its limit. Small steps keep locks short. */
    public static Runnable inBatchesOf(int limit, IntUnaryOperator step) {
        return () -> {
            int done;
            do {
                done = step.applyAsInt(limit);
            } while (done == limit);
        };
    }
}
