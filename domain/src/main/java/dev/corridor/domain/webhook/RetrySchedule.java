package dev.corridor.domain.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a message that was not delivered is sent again: soon at first, then ever more rarely, for three days. The last attempt is made when they
 * have passed. Each pause varies by a fifth, so that messages which failed together do not come back together.
 */
public final class RetrySchedule {

    public static final Duration PATIENCE = Duration.ofDays(3);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(12));

    private static final int PERCENT = 100;
    private static final int VARIATION = 20;

    private RetrySchedule() {}

    /**
     * @param attempts how many have failed, this one included
     * @param firstAttemptAt when the three days began
     * @param now when the last attempt ended
     * @return empty if it is given up
     */
    public static Optional<Instant> next(int attempts, Instant firstAttemptAt, Instant now, RandomGenerator random) {
        var end = firstAttemptAt.plus(PATIENCE);
        if (!now.isBefore(end)) {
            return Optional.empty();
        }
        var pause = PAUSES.get(Math.min(attempts, PAUSES.size()) - 1);
        var varied = pause.multipliedBy(PERCENT - VARIATION + random.nextInt(2 * VARIATION + 1)).dividedBy(PERCENT);
        var next = now.plus(varied);
        return Optional.of(next.isBefore(end) ? next : end);
    }
}
