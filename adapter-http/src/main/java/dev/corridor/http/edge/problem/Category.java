package dev.corridor.http.edge.problem;

import dev.corridor.domain.error.ErrorKind;
import java.util.Locale;

/** What sort of failure it is, and the HTTP status that says so where no error contract says otherwise. */
public enum Category {
    INVALID(400),
    UNFUNDED(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    CONFLICT(409),
    LOCKED(423),
    LIMITED(429),
    INTERNAL(500),
    UPSTREAM(502),
    UNAVAILABLE(503);

    private final String text = name().toLowerCase(Locale.ROOT);
    private final int status;

    Category(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** As it stands on the wire. */
    @Override
    public String toString() {
        return text;
    }

    /** The sorts of "no" that the business knows are all sorts of failure; {@link #INTERNAL} is the edge's own. */
    static Category of(ErrorKind kind) {
        return switch (kind) {
            case INVALID -> INVALID;
            case UNFUNDED -> UNFUNDED;
            case UNAUTHENTICATED -> UNAUTHENTICATED;
            case FORBIDDEN -> FORBIDDEN;
            case NOT_FOUND -> NOT_FOUND;
            case CONFLICT -> CONFLICT;
            case LOCKED -> LOCKED;
            case LIMITED -> LIMITED;
            case UPSTREAM -> UPSTREAM;
            case UNAVAILABLE -> UNAVAILABLE;
        };
    }
}
