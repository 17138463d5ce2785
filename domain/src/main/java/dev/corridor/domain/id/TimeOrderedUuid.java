package dev.corridor.domain.id;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.UUID;

/**
 * UUIDs of version 7 that sort by time to the microsecond: 48 bits of milliseconds, 12 bits of the fraction of the millisecond, 62 random bits.
 * Source: RFC 9562, section 5.7, and section 6.2, method 3.
 */
public final class TimeOrderedUuid {

    private static final int FRACTIONS = 1 << 12;
    private static final int NANOS_OF_A_MILLISECOND = 1_000_000;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int VARIANT_BITS = 2;
    private static final int TIME_SHIFT = 16;

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.ofEpochMilli((1L << 48) - 1);

    private TimeOrderedUuid() {}

    /** @param random of which 62 bits are used */
    public static UUID of(Instant time, long random) {
        long fraction = time.getLong(ChronoField.NANO_OF_SECOND) % NANOS_OF_A_MILLISECOND * FRACTIONS / NANOS_OF_A_MILLISECOND;
        return new UUID(time.toEpochMilli() << TIME_SHIFT | VERSION | fraction, VARIANT | random >>> VARIANT_BITS);
    }

    /** Its time, to the millisecond. */
    public static Instant timeOf(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> TIME_SHIFT);
    }

    /** The least of those of that time: every one of an earlier microsecond is less. Before 1970 the least of all; after 10888 of that year. */
    public static UUID first(Instant time) {
        return of(time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time, 0);
    }
}
