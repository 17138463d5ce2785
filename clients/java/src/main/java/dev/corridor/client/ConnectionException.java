package dev.corridor.client;

import java.util.Optional;

/** No answer came, so nothing is known about the request. The same {@link Request} can be sent again: it takes effect once. */
public final class ConnectionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Optional<String> idempotencyKey;

    ConnectionException(String message, Optional<String> idempotencyKey, Throwable cause) {
        super(message, cause);
        this.idempotencyKey = idempotencyKey;
    }

    /** The name under which the request was sent, if it has one. */
    public Optional<String> idempotencyKey() {
        return idempotencyKey;
    }
}
