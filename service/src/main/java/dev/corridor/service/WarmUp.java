package dev.corridor.service;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A rehearsal before the service starts, which is then fast within seconds. If it fails, the service starts cold. */
final class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final Duration duration;

    WarmUp(Duration duration) {
        this.duration = duration;
    }

    /**
     * On termination, the process first cleans up the rehearsal.
     *
     * @return false if the process is terminating
     */
    boolean run() {
        if (duration.isZero()) {
            return true;
        }
        System.err.println("corridor: warming up, so that it is fast within seconds (for " + duration.toSeconds()
                + " s, and what starting and ending take)");
        var rehearsal = new Rehearsal(duration);
        var over = new CountDownLatch(1);
        var hook = new Thread(() -> cutShort(rehearsal, over), "end of the warm-up");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            runSilently(rehearsal);
        } catch (RuntimeException e) {
            LOG.warn("It could not be warmed up, so it starts cold (CORRIDOR_WARM_UP_SECONDS=0 does not try): {}", e.getMessage());
        } finally {
            over.countDown();
        }
        return remove(hook);
    }

    /** Suppresses the rehearsal's log, which looks like the service's own. Messages are still formatted, to warm that code up too. */
    private static void runSilently(Rehearsal rehearsal) {
        var shown = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        try {
            rehearsal.run();
        } finally {
            System.setErr(shown);
        }
    }

    private static void cutShort(Rehearsal rehearsal, CountDownLatch over) {
        rehearsal.cutShort();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A terminating JVM keeps its hooks. */
    private static boolean remove(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
