package dev.corridor.http.edge.wire;

import java.util.Map;

/** A rule for values that JSON Schema can express, in part at least. */
public interface Described {

    /** Keywords of JSON Schema that every accepted value satisfies. */
    Map<String, Object> keywords();
}
