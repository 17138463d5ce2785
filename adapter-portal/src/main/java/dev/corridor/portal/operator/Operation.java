package dev.corridor.portal.operator;

import dev.corridor.application.funding.MeasureDepositLag.Lag;
import dev.corridor.application.operator.ReadLoad;
import dev.corridor.domain.operator.Backlog;
import dev.corridor.portal.page.Status;
import dev.corridor.portal.page.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the service does.
 *
 * @param lags how far reading chains for deposits is behind
 * @param retryAfter of the maintenance; empty if there is none
 */
record Operation(ReadLoad.Result load, List<Lag> lags, Optional<Duration> retryAfter, Instant now) {

    private static final Duration LONG = Duration.ofMinutes(15);

    String age(Backlog waiting) {
        return waiting.oldestSince().map(since -> Written.duration(Duration.between(since, now).abs())).orElse("");
    }

    /** Whether somebody should look. */
    Status status(Backlog waiting) {
        boolean isLate = waiting.oldestSince().filter(since -> since.plus(LONG).isBefore(now)).isPresent();
        return isLate ? new Status("Waits for long", "wait") : new Status("Well", "good");
    }

    static Status status(ReadLoad.Comparison comparison) {
        return comparison.differences() == 0 ? new Status("They agree", "good") : new Status(comparison.differences() + " differences", "bad");
    }
}
