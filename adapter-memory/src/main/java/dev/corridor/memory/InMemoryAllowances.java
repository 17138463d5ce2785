package dev.corridor.memory;

import dev.corridor.application.access.port.Allowances;
import dev.corridor.domain.access.Limit;
import dev.corridor.domain.access.MonthlyQuota;
import dev.corridor.domain.access.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * GCRA: each counter is the time at which its limit will be full again. A request moves that time by its share, and is allowed if the
 * result is at most one full limit ahead.
 */
public final class InMemoryAllowances implements Allowances {

    private final InstantSource clock;
    private final Map<Allowance, Instant> fullAgainAt = new HashMap<>();

    public InMemoryAllowances(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Spending spend(Allowance allowance) {
        var limit = allowance.limit();
        var each = timeForOne(limit);
        var untilFull = untilFull(allowance);
        var untilNext = untilNext(allowance);
        if (untilNext.isPositive()) {
            return new Spending(false, 0, untilNext, untilFull);
        }
        var after = untilFull.plus(each);
        fullAgainAt.put(allowance, clock.instant().plus(after));
        return new Spending(true, limit.capacity() - after.plus(each).minusNanos(1).dividedBy(each), Duration.ZERO, after);
    }

    @Override
    public synchronized Duration untilNext(Allowance allowance) {
        var each = timeForOne(allowance.limit());
        var excess = untilFull(allowance).plus(each).minus(each.multipliedBy(allowance.limit().capacity()));
        return excess.isPositive() ? excess : Duration.ZERO;
    }

    private Duration untilFull(Allowance allowance) {
        var now = clock.instant();
        var full = fullAgainAt.getOrDefault(allowance, now);
        return full.isBefore(now) ? Duration.ZERO : Duration.between(now, full);
    }

    @Override
    public boolean mayWait() {
        return false;
    }

    private static Duration timeForOne(Limit limit) {
        return switch (limit) {
            case RateLimit rate -> rate.period().dividedBy(rate.requests());
            case MonthlyQuota quota -> Duration.ofDays(366);
        };
    }
}
