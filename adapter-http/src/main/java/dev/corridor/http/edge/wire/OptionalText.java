package dev.corridor.http.edge.wire;

import io.micronaut.core.annotation.Nullable;

/** Converts absent text: {@code null} in JSON, empty in the domain. */
public final class OptionalText {

    private OptionalText() {}

    public static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Nullable
    public static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
