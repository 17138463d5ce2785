package dev.corridor.http.edge.idempotency;

import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.idempotency.Fingerprint;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.http.edge.body.ParsedBody;
import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.TreeMap;

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
        var text = Optional.ofNullable(request.getHeaders().get(HEADER));
        return new KeyedRequest(
                request,
                text.map(KeyedRequest::checked)
                        .map(checked -> new IdempotencyKey(caller.organization(), checked, request.getMethodName(), request.getPath())));
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

    /** Query parameters count as fields; the path is part of the key. */
    private Fingerprint fingerprint() {
        var fields = new LinkedHashMap<String, String>();
        ParsedBody.of(request).ifPresent(body -> fields.putAll(body.canonicalFields()));
        new TreeMap<>(request.getParameters().asMap()).forEach((name, values) -> fields.put(name, values.toString()));
        return Fingerprint.of(fields);
    }

    private static String checked(String text) {
        boolean isPrintable = text.chars().allMatch(c -> c > ' ' && c <= '~');
        if (text.isEmpty() || text.length() > IdempotencyKey.MAX_LENGTH || !isPrintable) {
            throw new BusinessException(new InvalidRequest("The header " + HEADER + " must have 1 to " + IdempotencyKey.MAX_LENGTH
                    + " printable ASCII characters without spaces."));
        }
        return text;
    }
}
