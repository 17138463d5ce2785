package dev.corridor.benchmarks.http;

import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** When rounds are to begin, whether a client is free or not. */
interface Arrivals extends AutoCloseable {

    /** The instant at which the next round was to begin, once, if it has come; otherwise null. */
    Long next(long nowNanos);

    /** Whether no further round can come while no client is at work. */
    boolean isOver(long nowNanos);

    /** How many rounds were to begin and have not. */
    int backlog();

    @Override
    void close();

    /** A closed loop: a round begins whenever a client is free. */
    static Arrivals wheneverFree(long endNanos) {
        return new Arrivals() {
            @Override
            public Long next(long nowNanos) {
                return nowNanos < endNanos ? nowNanos : null;
            }

            @Override
            public boolean isOver(long nowNanos) {
                return true;
            }

            @Override
            public int backlog() {
                return 0;
            }

            @Override
            public void close() {
                // Nothing runs.
            }
        };
    }

    /**
     * An open loop: rounds begin at a rate, with exponentially distributed gaps as of many independent clients (a Poisson process), however
     * slow the answers are.
     */
    static Arrivals at(double perSecond, long startNanos, long endNanos, Selector selector) {
        return new Poisson(perSecond, startNanos, endNanos, selector);
    }

    /** A thread of its own keeps the time, because a selector waits in whole milliseconds. */
    final class Poisson implements Arrivals {

        private static final long SEED = 42;

        private final Queue<Long> due = new ConcurrentLinkedQueue<>();
        private final long endNanos;
        private final Thread thread;
        private volatile boolean closed;

        private Poisson(double perSecond, long startNanos, long endNanos, Selector selector) {
            this.endNanos = endNanos;
            this.thread = Thread.ofPlatform().name("arrivals").daemon().start(() -> run(perSecond, startNanos, selector));
        }

        private void run(double perSecond, long startNanos, Selector selector) {
            var random = new SplittableRandom(SEED);
            double meanGapNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
            for (long next = startNanos; next < endNanos && !closed; next += (long) (random.nextExponential() * meanGapNanos)) {
                for (long wait = next - System.nanoTime(); wait > 0; wait = next - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                due.add(next);
                selector.wakeup();
            }
        }

        @Override
        public Long next(long nowNanos) {
            return due.poll();
        }

        @Override
        public boolean isOver(long nowNanos) {
            return nowNanos >= endNanos && due.isEmpty();
        }

        @Override
        public int backlog() {
            return due.size();
        }

        @Override
        public void close() {
            closed = true;
            LockSupport.unpark(thread);
            try {
                thread.join(Duration.ofSeconds(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
