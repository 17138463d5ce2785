package dev.corridor.client;

import dev.corridor.client.model.Members;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A request as a value. One with an idempotency key has it from the beginning, so the same value takes effect once, however often it is sent. What
 * moves money or makes something always has one.
 *
 * @param <T> what is answered
 */
public final class Request<T> {

    private final String method;
    private final String path;
    private final Map<String, Object> query;
    private final Optional<Members<?>> body;
    private final Class<T> answer;
    private final Optional<String> idempotencyKey;
    private final Map<String, String> headers;

    private Request(
            String method,
            String path,
            Map<String, Object> query,
            Optional<Members<?>> body,
            Class<T> answer,
            Optional<String> idempotencyKey,
            Map<String, String> headers) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.body = body;
        this.answer = answer;
        this.idempotencyKey = idempotencyKey;
        this.headers = headers;
    }

    /** @param path begins with a slash; what was put into it is encoded */
    public static <T> Request<T> of(String method, String path, Class<T> answer) {
        return new Request<>(method, path, Map.of(), Optional.empty(), answer, Optional.empty(), Map.of());
    }

    /** With an idempotency key, for what the service remembers by one. */
    public static <T> Request<T> once(String method, String path, Class<T> answer) {
        return Request.of(method, path, answer).idempotencyKey(UUID.randomUUID().toString());
    }

    /** With a filter. */
    public Request<T> query(String name, Object value) {
        var more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new Request<>(method, path, more, body, answer, idempotencyKey, headers);
    }

    /** With filters. */
    public Request<T> query(Members<?> filters) {
        var more = new LinkedHashMap<>(query);
        more.putAll(filters.values());
        return new Request<>(method, path, more, body, answer, idempotencyKey, headers);
    }

    public Request<T> body(Members<?> members) {
        return new Request<>(method, path, query, Optional.of(members), answer, idempotencyKey, headers);
    }

    /** Under your own name, which you can store to send the request again after a crash: 1 to 255 characters. */
    public Request<T> idempotencyKey(String key) {
        return new Request<>(method, path, query, body, answer, Optional.of(key), headers);
    }

    /** With a further header, such as {@code Corridor-Sandbox-Trigger}. */
    public Request<T> header(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, Objects.requireNonNull(value, name));
        return new Request<>(method, path, query, body, answer, idempotencyKey, Map.copyOf(more));
    }

    public String method() {
        return method;
    }

    /** Path and query, as they are sent. */
    public String target() {
        return query.isEmpty() ? path : path + "?" + Target.query(query);
    }

    /** Absent for a request that the service does not remember, such as one that only reads. */
    public Optional<String> idempotencyKey() {
        return idempotencyKey;
    }

    /** Empty for a request without a body. */
    String json() {
        return body.map(members -> Json.write(members.values())).orElse("");
    }

    Class<T> answer() {
        return answer;
    }

    Map<String, String> headers() {
        return headers;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
