package dev.corridor.http.edge.problem;

import java.util.Locale;

/** What a client may do next without doing harm. */
public enum Retry {
    /** Not send it again. */
    NEVER,
    /** Send the same request again, at once if it likes: it may be answered otherwise, and takes effect no more than once. */
    SAME_REQUEST,
    /** Send the same request again when the time in the header {@code Retry-After} has passed. */
    AFTER,
    /** Send another request: this one is answered the same way every time. */
    NEW_REQUEST;

    public static final String HEADER = "Corridor-Retry";

    private final String text = name().toLowerCase(Locale.ROOT);

    /** As it stands on the wire. */
    @Override
    public String toString() {
        return text;
    }
}
