package dev.corridor.service;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Ends what has been started when the process is told to end. What is just being started is waited for, so that it ends as a whole, but not for
 * ever; and nothing is started any more.
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
     * Starts a part. Does not come back if the process is to end already.
     *
     * @param close ends the part, and with it what was started before
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

    /** The lock is kept. The last lines of the log are written now, or never. */
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
