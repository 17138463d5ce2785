package dev.corridor.domain.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How an endpoint has received what was sent lately, and so how much is sent to it next. One that fails gets one request at a time, and a
 * pause that doubles with each failure; one that receives gets twice as many at once each time.
 *
 * @param failures turns in which nothing was delivered, since the last in which something was
 * @param failingSince when the first of them failed; present if and only if there are some
 * @param window the most requests at once
 */
public record EndpointHealth(int failures, Optional<Instant> failingSince, int window) {

    public static final EndpointHealth NEW = new EndpointHealth(0, Optional.empty(), 1);

    public static final int MAX_WINDOW = 16;

    /** A few failures may be those of single messages, and do not hold the others up. */
    private static final int FAILURES_WITHOUT_PAUSE = 2;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** Enough to exceed the longest pause. */
    private static final int MAX_DOUBLINGS = 9;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    public EndpointHealth {
        if (failures > 0 != failingSince.isPresent()) {
            throw new IllegalArgumentException("an endpoint that has failed has failed since a moment");
        }
    }

    /**
     * @param delivered how many of the attempts of a turn were delivered
     * @param attempts at least one
     */
    public EndpointHealth after(int delivered, int attempts, Instant now) {
        if (delivered == 0) {
            return new EndpointHealth(failures + 1, Optional.of(failingSince.orElse(now)), 1);
        }
        return new EndpointHealth(0, Optional.empty(), delivered == attempts ? Math.min(2 * window, MAX_WINDOW) : window);
    }

    /** The pause before anything else is sent. */
    public Duration pause() {
        if (failures <= FAILURES_WITHOUT_PAUSE) {
            return Duration.ZERO;
        }
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - FAILURES_WITHOUT_PAUSE - 1, MAX_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Whether nothing was delivered for as long as a message is tried. */
    public boolean isDead(Instant now) {
        return failingSince.filter(since -> !now.isBefore(since.plus(RetrySchedule.PATIENCE))).isPresent();
    }
}
