package dev.corridor.application.market.port;

import dev.corridor.domain.market.Observation;
import java.time.Instant;
import java.util.List;

/** An external source of exchange rates. */
public interface RateSource {

    /** In lower case. */
    String name();

    /**
     * Fetches prices within a few seconds; some symbols may be missing.
     *
     * @param slot the time of prices that carry none
     * @throws Unavailable if the source does not answer, or nothing that can be parsed
     */
    List<Observation> observe(Instant slot);

    /** Whether its circuit breaker is open after repeated failures. */
    default boolean isResting() {
        return false;
    }

    /** The reason in a word or two: {@code HTTP 503}, {@code timed out}. */
    final class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unavailable(String status) {
            super(status, null, false, false);
        }
    }
}
