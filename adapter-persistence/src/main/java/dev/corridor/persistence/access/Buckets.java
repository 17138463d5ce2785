package dev.corridor.persistence.access;

import dev.corridor.application.access.port.Allowances.Spending;
import dev.corridor.domain.access.Limit;
import dev.corridor.domain.access.MonthlyQuota;
import dev.corridor.domain.access.RateLimit;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** Translates limits and the clock to Bucket4j. */
final class Buckets {

    private Buckets() {}

    static BucketConfiguration configuration(Limit limit) {
        return BucketConfiguration.builder().addLimit(bandwidth(limit)).build();
    }

    static Bandwidth bandwidth(Limit limit) {
        var bandwidth = Bandwidth.builder().capacity(limit.capacity());
        return switch (limit) {
            case RateLimit rate -> bandwidth.refillGreedy(rate.requests(), rate.period()).build();
            // A quota's bucket belongs to one month, so it never lives long enough to be refilled.
            case MonthlyQuota quota -> bandwidth.refillIntervally(quota.requests(), quota.length()).build();
        };
    }

    static Spending spendOne(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return new Spending(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    static Duration untilNext(Bucket bucket) {
        return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    static TimeMeter meterOf(InstantSource clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                var now = clock.instant();
                return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
