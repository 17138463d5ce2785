package dev.corridor.http.edge.request;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The header {@code Date}, formatted once a second instead of for each response. The framework would omit it from responses of filters, and
 * print {@code 01 Dec} without the zero.
 *
 * <p>Source: RFC 9110, section 5.6.7, IMF-fixdate.
 *
 * @param second of the Unix epoch
 */
record HttpDate(long second, String text) {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static volatile HttpDate latest = written(0);

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
