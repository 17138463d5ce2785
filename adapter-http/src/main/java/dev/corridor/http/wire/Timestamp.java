package dev.corridor.http.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** A moment on the wire: ISO 8601, UTC, always three digits of milliseconds, as in {@code 2025-03-15T14:30:00.000Z}. */
public final class Timestamp {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Timestamp() {}

    /** What is finer than a millisecond is cut off. */
    public static String format(Instant instant) {
        return FORMAT.format(instant);
    }

    /** Reads any ISO 8601 moment in UTC, with or without a fraction. */
    public static Instant parse(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not an ISO 8601 moment in UTC", e);
        }
    }
}
