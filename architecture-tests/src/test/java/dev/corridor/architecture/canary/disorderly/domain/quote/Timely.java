package dev.corridor.architecture.canary.disorderly.domain.quote;

import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

final class Timely {

    Instant called() {
        return Instant.now();
    }

    Supplier<Instant> referred() {
        return Instant::now;
    }

    UUID drawn() {
        return UUID.randomUUID();
    }

    int thrown() {
        return new Random().nextInt();
    }

    long counted() {
        return System.currentTimeMillis();
    }

    Instant asked(Clock clock) {
        return clock.instant();
    }
}
