package dev.corridor.client.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The members of a request's body, or its filters. Immutable: each method that adds one answers a copy. Prints their names and no value, which may be a
 * secret or a person's data.
 */
public abstract class Members<T extends Members<T>> {

    private final Map<String, Object> values;

    Members(Map<String, Object> values) {
        this.values = values;
    }

    abstract T copy(Map<String, Object> values);

    final T with(String name, Object value) {
        var more = new LinkedHashMap<>(values);
        more.put(name, Objects.requireNonNull(value, name));
        return copy(Collections.unmodifiableMap(more));
    }

    /** By the names that are sent. */
    public final Map<String, Object> values() {
        return values;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Members<?> that && that.getClass() == getClass() && that.values.equals(values);
    }

    @Override
    public final int hashCode() {
        return values.hashCode();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + values.keySet();
    }
}
