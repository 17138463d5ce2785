package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition. */
final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Await() {}

    static void until(String expected, BooleanSupplier happened) {
        until(expected, PATIENCE, happened);
    }

    static void until(String expected, Duration patience, BooleanSupplier happened) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the time until " + expected).isLessThan(deadline);
        }
    }
}
