package dev.corridor.persistence.books.verify;

/** The verification did not complete. The message tells the operator why. */
public final class VerificationFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VerificationFailedException(String message) {
        super(message);
    }

    VerificationFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
