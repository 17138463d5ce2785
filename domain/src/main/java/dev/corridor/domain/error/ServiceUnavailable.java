package dev.corridor.domain.error;

import static dev.corridor.domain.error.ErrorKind.UNAVAILABLE;
import static dev.corridor.domain.error.Retry.AFTER;

import java.time.Duration;

/** The service is overloaded, under maintenance, or without a database that it can write to. Nothing was done; the client may retry a little later. */
@Failure(
        kind = UNAVAILABLE,
        retry = AFTER,
        title = "The service is unavailable",
        meaning = "There is too much to do at this moment, the database cannot be written, or the service is under maintenance; nothing of the request"
                + " was done.",
        advice = "Send the request again after `Retry-After` seconds.")
public record ServiceUnavailable(Reason reason, Duration retryAfter) implements Temporary {

    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Duration FAIL_OVER = Duration.ofSeconds(3);
    private static final Duration NEXT_LOOK = Duration.ofSeconds(2);

    public enum Reason {
        /** There is more to do than can be done in time. */
        OVERLOAD,
        /** The database is away, takes no writes, or has locked what the request needs. */
        OUTAGE,
        /** The operator has closed the service for a while, or for one organization that moves to another cell. */
        MAINTENANCE
    }

    /** An overload, which is over when those who wait have been served. */
    public ServiceUnavailable() {
        this(Reason.OVERLOAD, MOMENT);
    }

    /** A database that cannot be used at this moment. It takes seconds until another one has taken over, or room was made. */
    public static ServiceUnavailable outage() {
        return new ServiceUnavailable(Reason.OUTAGE, FAIL_OVER);
    }

    /** An organization that is moving to another cell, or has moved: the proxy will lead to that cell. */
    public static ServiceUnavailable moving() {
        return new ServiceUnavailable(Reason.MAINTENANCE, NEXT_LOOK);
    }

    @Override
    public String message() {
        return switch (reason) {
            case OVERLOAD -> "The service is overloaded and has done nothing of this request. Retry it after a moment.";
            case OUTAGE -> "The service cannot write at this moment and has done nothing of this request. Retry it after a few seconds.";
            case MAINTENANCE -> "The service is under maintenance and has done nothing of this request. Retry it after %d %s."
                    .formatted(retryAfterSeconds(), retryAfterSeconds() == 1 ? "second" : "seconds");
        };
    }
}
