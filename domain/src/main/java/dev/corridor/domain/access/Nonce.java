package dev.corridor.domain.access;

import java.util.Optional;

/**
 * The number of a signed request. Each request of a key has a greater one than those before it; a time in milliseconds or microseconds will do.
 * Source: the Nexpay contract: an integer below 2^53 - 2.
 */
public record Nonce(long value) {

    private static final long BOUND = (1L << 53) - 2;
    private static final int MAX_DIGITS = 16;

    public Nonce {
        if (value < 0 || value >= BOUND) {
            throw new IllegalArgumentException("a nonce is a whole number below " + BOUND);
        }
    }

    /** What a client sends; empty if it is no nonce. */
    public static Optional<Nonce> find(String text) {
        boolean isNumber = !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(Long.parseLong(text)).filter(value -> value < BOUND).map(Nonce::new) : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
