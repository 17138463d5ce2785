package dev.corridor.http.edge.request;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The time of an answer, as the header {@code Date} has it. It says whole seconds, so it is written once a second and not for each
 * answer. The framework would write it each time but not for what filters answer, and leave out the zero of {@code 01 Dec}.
 *
 * <p>Source: RFC 9110, section 5.6.7, IMF-fixdate.
 *
 * @param second of the Unix epoch
 */
record HttpDate(long second, String text) {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static volatile HttpDate latest = written(0);

    /** Now, by the clock of the machine. */
    static String now() {
        return at(Instant.now());
    }

    static String at(Instant instant) {
        long second = instant.getEpochSecond();
        var date = latest;
        if (date.second != second) {
            date = written(second);
            latest = date;
        }
        return date.text;
    }

    private static HttpDate written(long second) {
        return new HttpDate(second, FORMAT.format(Instant.ofEpochSecond(second)));
    }
}
