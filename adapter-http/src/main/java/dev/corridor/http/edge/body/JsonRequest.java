package dev.corridor.http.edge.body;

import dev.corridor.http.edge.validation.Relations;

/**
 * Marks a record as the JSON body of a request. It is {@code @Introspected}, its components are {@code String}, {@code Boolean},
 * {@code Long}, {@code List<String>} or {@code Map<String, String>}, named as in the JSON, and carry constraints; a controller takes it as its
 * {@code @Body}. A component is {@code null} when the member is absent or {@code null}. A component that is {@code @JsonUnwrapped} is a record
 * too: a group of members that stand beside the others. Members without a component are refused: to ignore a misspelt safety is worse than to
 * refuse a newer client.
 */
public interface JsonRequest {

    /** Says what is wrong between fields that are each right by themselves. */
    default void relate(Relations fields) {}
}
