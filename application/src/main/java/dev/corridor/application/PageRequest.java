package dev.corridor.application;

import java.util.Optional;
import java.util.function.Function;

/**
 * Which part of a list is asked for. Lists run from the newest to the oldest; a page begins after a key, not at a number, so rows that are
 * added meanwhile neither repeat nor hide others.
 *
 * @param limit how many items at most, 1 to {@value #MAX_LIMIT}
 * @param after the key of the last item of the page before
 */
public record PageRequest<K>(int limit, Optional<K> after) {

    public static final int DEFAULT_LIMIT = 25;
    public static final int MAX_LIMIT = 100;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a page has 1 to " + MAX_LIMIT + " items");
        }
    }

    /** The same page, with its key in another form. */
    public <L> PageRequest<L> map(Function<K, L> form) {
        return new PageRequest<>(limit, after.map(form));
    }

    public static <K> PageRequest<K> first() {
        return new PageRequest<>(DEFAULT_LIMIT, Optional.empty());
    }
}
