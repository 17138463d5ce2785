package dev.corridor.application.transaction;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The pause after a turn that came to nothing: it doubles each time, up to five minutes. */
final class BackOff {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** Enough to reach the longest pause. */
    private static final int MAX_DOUBLINGS = 9;

    private final RandomGenerator random;

    BackOff(RandomGenerator random) {
        this.random = random;
    }

    /** With a random part, so that what has failed together does not come back together. */
    Duration after(int failures) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        var bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        return bounded.dividedBy(2).plusMillis(random.nextLong(bounded.toMillis() / 2));
    }
}
