package dev.corridor.http.edge.body;

/**
 * Marks a record as the JSON body of a request. It is {@code @Introspected}, its components are {@code String}, {@code Boolean},
 * {@code List<String>} or {@code Map<String, String>}, named as in the JSON, and carry constraints; a controller takes it as its
 * {@code @Body}. A component is {@code null} when the member is absent or {@code null}. Members without a component are ignored, so that
 * clients written for a later version keep working.
 */
public interface JsonRequest {}
