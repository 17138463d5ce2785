package dev.corridor.client;

/** A webhook's message that Corridor has not sent, or not now. Answer 401 and do nothing. */
public final class InvalidSignatureException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidSignatureException(String message) {
        super(message);
    }
}
