package dev.corridor.domain.error;

import java.util.Objects;

/** Carries a {@link BusinessError} to the edge, which answers it. An expected outcome, not a fault: it has no stack trace. */
public final class BusinessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient BusinessError error;

    public BusinessException(BusinessError error) {
        super(null, null, false, false);
        this.error = Objects.requireNonNull(error);
    }

    public BusinessError error() {
        return error;
    }

    /** Written when it is asked for: most refusals are answered and never logged. */
    @Override
    public String getMessage() {
        return error.code() + ": " + error.message();
    }
}
