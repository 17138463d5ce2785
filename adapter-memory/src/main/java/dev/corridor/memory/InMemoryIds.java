package dev.corridor.memory;

import dev.corridor.application.TimeOrderedIds;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/**
 * UUIDs of version 7: 48 bits of Unix time in milliseconds, a counter of 12 bits, and 62 random bits (RFC 9562, section 6.2, method 1).
 * When the counter overflows or the clock goes back, the last identifier's time continues, so identifiers always increase.
 */
public final class InMemoryIds implements TimeOrderedIds {

    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long VERSION_7 = 7L << COUNTER_BITS;
    private static final long VARIANT = 1L << 63;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private long last;

    public InMemoryIds(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized UUID next() {
        last = Math.max(last + 1, clock.millis() << COUNTER_BITS);
        long time = (last & ~COUNTER_MASK) << Short.SIZE - COUNTER_BITS;
        return new UUID(time | VERSION_7 | last & COUNTER_MASK, VARIANT | random.nextLong() >>> 2);
    }
}
