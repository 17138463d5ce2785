package dev.corridor.domain.error;

import java.util.Locale;

/** What a client may do next without doing harm. */
public enum Retry {
    /** Not send it again. */
    NEVER,
    /** Send the same request again, at once if it likes: it may be answered otherwise, and takes effect no more than once. */
    SAME_REQUEST,
    /** Send the same request again after a time, which a {@link Temporary} error names. */
    AFTER,
    /** Send another request: this one is answered the same way every time. */
    NEW_REQUEST;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** As clients read it. */
    @Override
    public String toString() {
        return text;
    }
}
