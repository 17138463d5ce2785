package dev.corridor.http.edge.request;

import io.micronaut.http.HttpRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * {@code req_} and 32 hex digits: names one request in the answer, in the log and in a support ticket. It is always ours: a client's own
 * {@code X-Request-Id} would let it write into our log what it likes.
 */
public record RequestId(String value) {

    public static final String HEADER = "X-Request-Id";

    private static final String PREFIX = "req_";
    private static final String ATTRIBUTE = RequestId.class.getName();

    /** The id of this request, given on first sight. */
    public static RequestId of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, RequestId.class).orElseGet(() -> {
            var id = next();
            request.setAttribute(ATTRIBUTE, id);
            return id;
        });
    }

    /** Names, not secrets: they need to differ, not to be unpredictable. */
    private static RequestId next() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return new RequestId(PREFIX + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong()));
    }

    /** The digits alone. */
    public String hex() {
        return value.substring(PREFIX.length());
    }

    /** With the digits in the groups of a UUID. */
    public String hyphenated() {
        var hex = hex();
        return PREFIX + String.join(
                "-", hex.substring(0, 8), hex.substring(8, 12), hex.substring(12, 16), hex.substring(16, 20), hex.substring(20));
    }

    @Override
    public String toString() {
        return value;
    }
}
