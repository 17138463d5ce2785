package dev.corridor.persistence.closing;

import java.io.Serial;

/** The month cannot be closed, and the message says why. */
public final class ClosingRefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public ClosingRefusedException(String message) {
        super(message);
    }
}
