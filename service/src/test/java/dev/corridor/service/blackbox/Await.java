package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for another process. */
final class Await {

    private static final Duration PAUSE = Duration.ofMillis(20);

    /** At least half a minute. Attempts are counted instead of time, so a suspended machine causes no failure. */
    private static final int LOOKS = 1_500;

    private Await() {}

    static void until(String description, Callable<Boolean> condition) throws Exception {
        for (int looks = 1; !condition.call(); looks++) {
            assertThat(looks).as("how often it was looked in vain whether %s", description).isLessThan(LOOKS);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
