package dev.corridor.http.edge.wire;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;

/** Tags and metadata; empty if absent. */
public final class OptionalCollections {

    private OptionalCollections() {}

    public static List<String> tags(@Nullable List<String> tags) {
        return tags == null ? List.of() : tags;
    }

    public static Map<String, String> metadata(@Nullable Map<String, String> metadata) {
        return metadata == null ? Map.of() : metadata;
    }
}
