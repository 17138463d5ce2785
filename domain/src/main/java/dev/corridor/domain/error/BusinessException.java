package dev.corridor.domain.error;

import java.util.Objects;

/** Carries a {@link BusinessError} to whoever can answer it. An expected outcome, not a fault: it has no stack trace. */
public final class BusinessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient BusinessError error;

    public BusinessException(BusinessError error) {
        super(error.code() + ": " + error.message(), null, false, false);
        this.error = Objects.requireNonNull(error);
    }

    public BusinessError error() {
        return error;
    }
}
