package dev.corridor.http.edge.request;

import dev.corridor.domain.id.PrefixedUuid;
import dev.corridor.domain.id.TimeOrderedUuid;
import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * {@code req_} and 32 hex digits: identifies a request in the response, the log and support tickets. Always generated here: a client's
 * {@code X-Request-Id} would let it forge log entries.
 */
public record RequestId(String value) {

    public static final String HEADER = "X-Request-Id";

    public static final String PREFIX = "req_";
    private static final String ATTRIBUTE = RequestId.class.getName();

    /** The request's id, generated on first use. */
    public static RequestId of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, RequestId.class).orElseGet(() -> {
            var id = next();
            request.setAttribute(ATTRIBUTE, id);
            return id;
        });
    }

    /** Ids must be unique, not unpredictable. They carry the time, so that the journal is in its order. */
    private static RequestId next() {
        var random = ThreadLocalRandom.current();
        return new RequestId(PrefixedUuid.format(PREFIX, TimeOrderedUuid.of(Instant.now(), random.nextLong())));
    }

    /** The hex digits without the prefix. */
    public String hex() {
        return value.substring(PREFIX.length());
    }

    /** With the digits grouped as in a UUID. */
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
