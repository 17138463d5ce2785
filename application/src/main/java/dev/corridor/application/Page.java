package dev.corridor.application;

import java.util.List;

/** A part of a list, from newest to oldest. */
public record Page<T>(List<T> items, boolean hasMore) {

    public Page {
        items = List.copyOf(items);
    }

    /** A page of what was found when one item more than the limit was looked for. */
    public static <T> Page<T> of(List<T> found, int limit) {
        return found.size() > limit ? new Page<>(found.subList(0, limit), true) : new Page<>(found, false);
    }
}
