package dev.corridor.service.operation;

import java.time.Duration;
import java.util.function.IntUnaryOperator;

/**
 * A job that every node does again and again. The next round begins that long after the end of the one before.
 *
 * @param name what the log calls it
 * @param firstAfter how long after the start the first round begins
 */
public record Upkeep(String name, Duration every, Duration firstAfter, Runnable job) {

    /** A job that begins with the service. */
    public static Upkeep every(Duration every, String name, Runnable job) {
        return new Upkeep(name, every, Duration.ZERO, job);
    }

    /** A job that has time: a service that starts has better things to do. */
    public Upkeep notBefore(Duration firstAfter) {
        return new Upkeep(name, every, firstAfter, job);
    }

    /** Work in steps, so that none holds locks for long: again until a step has found less to do than it may do. */
    public static Runnable inBatchesOf(int limit, IntUnaryOperator step) {
        return () -> {
            int done;
            do {
                done = step.applyAsInt(limit);
            } while (done == limit);
        };
    }
}
