package dev.corridor.http.edge.idempotency;

import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.idempotency.Fingerprint;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.http.edge.body.ParsedBody;
import dev.corridor.http.edge.request.RequestName;
import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A request as it was received, and the key that the client named it with, if any. */
final class KeyedRequest {

    private static final String HEADER = ParsedBody.IDEMPOTENCY_KEY;

    private final HttpRequest<?> request;
    private final Optional<IdempotencyKey> key;

    private KeyedRequest(HttpRequest<?> request, Optional<IdempotencyKey> key) {
        this.request = request;
        this.key = key;
    }

    static KeyedRequest of(HttpRequest<?> request, Caller caller) {
        var name = RequestName.of(request);
        var text = Optional.ofNullable(request.getHeaders().get(HEADER));
        return new KeyedRequest(
                request,
                text.map(KeyedRequest::checked)
                        .map(checked -> new IdempotencyKey(caller.organization(), caller.broker(), checked, name.method(), name.path())));
    }

    boolean isNamed() {
        return key.isPresent();
    }

    IdempotencyKey key() {
        return key.orElseThrow();
    }

    HttpRequest<?> received() {
        return request;
    }

    Once.Request named(Instant receivedAt) {
        return new Once.Request(key(), fingerprint(), receivedAt);
    }

    /** Reports the faults of the body, within the scope in which they are stored under the key. */
    void requireValid() {
        ParsedBody.of(request).ifPresent(ParsedBody::requireValid);
    }

    /** The path is part of the key. */
    private Fingerprint fingerprint() {
        var body = ParsedBody.of(request).map(ParsedBody::canonicalFields).orElse(Map.of());
        return Fingerprint.of(request.getParameters().asMap(), body);
    }

    private static String checked(String header) {
        var text = header.startsWith("\"") ? unquoted(header) : header;
        boolean isPrintable = text.chars().allMatch(c -> c > ' ' && c <= '~');
        if (text.isEmpty() || text.length() > IdempotencyKey.MAX_LENGTH || !isPrintable) {
            throw new BusinessException(new InvalidRequest("The header " + HEADER + " must have 1 to " + IdempotencyKey.MAX_LENGTH
                    + " printable ASCII characters without spaces."));
        }
        return text;
    }

    /**
     * A string of structured fields, as the header's draft wants it; empty if it is malformed. Sources: draft-ietf-httpapi-idempotency-key-header-07,
     * section 2.1; RFC 9651, section 3.3.3.
     */
    private static String unquoted(String header) {
        var text = new StringBuilder();
        int end = header.length() - 1;
        for (int i = 1; i < end; i++) {
            boolean isEscape = header.charAt(i) == '\\';
            char character = header.charAt(isEscape ? ++i : i);
            boolean isSpecial = character == '"' || character == '\\';
            if (i == end || isSpecial != isEscape) {
                return "";
            }
            text.append(character);
        }
        return end > 0 && header.charAt(end) == '"' ? text.toString() : "";
    }
}
