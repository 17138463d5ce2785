package dev.corridor.http.edge.body;

import dev.corridor.http.edge.validation.Relations;

/**
 * Marks a record as the JSON body of a request, bound with {@code @Body}. It is {@code @Introspected}. Its components are {@code String},
 * {@code Boolean}, {@code Long}, {@code List<String>} or {@code Map<String, String>}, named as in the JSON, with constraints. A component
 * is {@code null} if the member is absent or {@code null}. A component with {@code @JsonUnwrapped} is a record that groups members of the
 * same object. One that is a {@code JsonRequest} with {@code @Valid} is an object of its own; its members are named behind it, with a dot. Unknown members are refused: ignoring a misspelt safeguard is worse than refusing a newer client.
 */
public interface JsonRequest {

    /** Checks relations between fields that are valid by themselves. */
    default void relate(Relations fields) {}
}
