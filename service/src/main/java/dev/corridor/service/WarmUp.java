package dev.corridor.service;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A rehearsal before the service starts, which is then fast within seconds. A service whose rehearsal fails starts cold. */
final class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final Duration duration;

    WarmUp(Duration duration) {
        this.duration = duration;
    }

    /**
     * Told to end, the process first clears away what the rehearsal has begun.
     *
     * @return whether to go on; not if the process is to end
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

    /** What happens in the rehearsal, its requests above all, would be taken for the service's own. What is logged is worked out and then dropped. */
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

    /** A process that has been told to end does not let go of its hooks any more. */
    private static boolean remove(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
