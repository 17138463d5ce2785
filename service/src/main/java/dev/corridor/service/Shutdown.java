package dev.corridor.service;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Stops what was started when the process is terminated. Waits up to {@code PATIENCE} for a part that is being started, and prevents
 * further starts.
 */
final class Shutdown {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ReentrantLock starting = new ReentrantLock();
    private volatile Runnable end = () -> {};

    static Shutdown withTheProcess() {
        var shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::run, "shutdown"));
        return shutdown;
    }

    /**
     * Starts a part. Never returns if the process is terminating.
     *
     * @param close stops the part and all started before it
     */
    <T> T start(Supplier<T> part, Consumer<T> close) {
        starting.lock();
        try {
            var started = part.get();
            end = () -> close.accept(started);
            return started;
        } finally {
            starting.unlock();
        }
    }

    /** Keeps the lock, which prevents further starts. Flushes the log last. */
    void run() {
        try {
            if (!starting.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("corridor: what is being started takes too long, and is not waited for");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end.run();
        System.err.flush();
    }
}
