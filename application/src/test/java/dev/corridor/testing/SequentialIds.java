package dev.corridor.testing;

import dev.corridor.application.TimeOrderedIds;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Increasing identifiers shaped like UUIDs of version 7. */
public final class SequentialIds implements TimeOrderedIds {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long START_MILLIS = 1_700_000_000_000L;

    private final AtomicLong millis = new AtomicLong(START_MILLIS);

    @Override
    public UUID next() {
        long random = ThreadLocalRandom.current().nextLong() >>> 2;
        return new UUID(millis.getAndIncrement() << 16 | VERSION_7, VARIANT | random);
    }
}
