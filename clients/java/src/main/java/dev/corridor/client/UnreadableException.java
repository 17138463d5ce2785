package dev.corridor.client;

/** A text that is not what the API sends. */
public final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableException(String message) {
        super(message);
    }
}
