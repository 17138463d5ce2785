package dev.corridor.http.edge.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** ISO 8601 in UTC with exactly three digits of milliseconds: {@code 2025-03-15T14:30:00.000Z}. */
public final class Timestamp {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Timestamp() {}

    /** Truncates to milliseconds. */
    public static String format(Instant instant) {
        return FORMAT.format(instant);
    }

    /** Parses ISO 8601 moments in UTC from 1970 to 9999, with or without a fraction. */
    public static Instant parse(String text) {
        try {
            var moment = Instant.parse(text);
            if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
                throw new IllegalArgumentException("not between the years 1970 and 9999");
            }
            return moment;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not an ISO 8601 moment in UTC", e);
        }
    }
}
