package dev.corridor.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition. */
public final class Await {

    private static final Duration PAUSE = Duration.ofMillis(20);

    /** At least two minutes. Looks are counted instead of time, so a machine that stands still causes no failure. */
    private static final int LOOKS = 6_000;

    private Await() {}

    /** Something that is not so yet. */
    public interface Condition<X extends Exception> {

        boolean holds() throws X;
    }

    public static <X extends Exception> void until(String description, Condition<X> condition) throws X {
        for (int looks = 1; !condition.holds(); looks++) {
            assertThat(looks).as("how often it was looked in vain whether %s", description).isLessThan(LOOKS);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
