package dev.corridor.application.market.port;

import dev.corridor.domain.market.Observation;
import java.time.Instant;
import java.util.List;

/** Somebody who says what assets are worth. */
public interface RateSource {

    /** In lower case. */
    String name();

    /**
     * What it says; it may leave symbols out. It answers within a few seconds.
     *
     * @param slot the moment that it is asked for: prices without a time of their own are of that moment
     * @throws Unavailable if it does not answer, or nothing that could be read
     */
    List<Observation> observe(Instant slot);

    /** Whether it is not even asked for a while, because it has failed too often. */
    default boolean isResting() {
        return false;
    }

    /** What became of the attempt to ask, in a word or two: {@code HTTP 503}, {@code timed out}. */
    final class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unavailable(String status) {
            super(status, null, false, false);
        }
    }
}
