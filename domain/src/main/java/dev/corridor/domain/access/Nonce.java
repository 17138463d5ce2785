package dev.corridor.domain.access;

import java.util.Optional;

/**
 * The nonce of a signed request. It must increase with each request of a secret; a timestamp in milliseconds or microseconds does. Source: the
 * Nexpay contract: an integer below 2^53 - 2.
 */
public record Nonce(long value) {

    private static final long BOUND = (1L << 53) - 2;
    private static final int MAX_DIGITS = 16;

    public Nonce {
        if (value < 0 || value >= BOUND) {
            throw new IllegalArgumentException("a nonce is a whole number below " + BOUND);
        }
    }

    /** Parses what a client sends; empty if it is malformed. */
    public static Optional<Nonce> find(String text) {
        boolean isNumber = !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(Long.parseLong(text)).filter(value -> value < BOUND).map(Nonce::new) : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
