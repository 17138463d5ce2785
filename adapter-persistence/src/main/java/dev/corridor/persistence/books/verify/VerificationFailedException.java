package dev.corridor.persistence.books.verify;

/** It is not known whether the books add up. The message says why, for the operator. */
public final class VerificationFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VerificationFailedException(String message) {
        super(message);
    }

    VerificationFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
