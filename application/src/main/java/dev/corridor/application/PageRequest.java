package dev.corridor.application;

import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list, by keyset pagination: newest first, starting after a cursor. Rows that are added meanwhile neither repeat nor hide
 * others.
 *
 * @param limit the most items, 1 to {@value #MAX_LIMIT}
 * @param after the cursor: the key of the last item of the previous page
 */
public record PageRequest<K>(int limit, Optional<K> after) {

    public static final int DEFAULT_LIMIT = 25;
    public static final int MAX_LIMIT = 100;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a page has 1 to " + MAX_LIMIT + " items");
        }
    }

    public <L> PageRequest<L> map(Function<K, L> form) {
        return new PageRequest<>(limit, after.map(form));
    }

    public static <K> PageRequest<K> first() {
        return new PageRequest<>(DEFAULT_LIMIT, Optional.empty());
    }
}
