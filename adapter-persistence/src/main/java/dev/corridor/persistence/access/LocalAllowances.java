package dev.corridor.persistence.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.corridor.application.access.port.Allowances;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Rate limits of this node alone, in memory: no waiting, and lost on restart. A client spread over n nodes gets n times its limit.
 *
 * <p>Unauthenticated addresses have a cache of their own, so that a flood of them does not evict the counts of key holders. The least
 * recently seen are evicted first and start again with a full bucket.
 */
public final class LocalAllowances implements Allowances {

    private static final int MAX_HOLDERS = 100_000;
    private static final int MAX_STRANGERS = 100_000;

    private final TimeMeter meter;
    private final Cache<Allowance, Bucket> holders = Caffeine.newBuilder().maximumSize(MAX_HOLDERS).build();
    private final Cache<Allowance, Bucket> strangers = Caffeine.newBuilder().maximumSize(MAX_STRANGERS).build();

    public LocalAllowances(InstantSource clock) {
        this.meter = Buckets.meterOf(clock);
    }

    @Override
    public Spending spend(Allowance allowance) {
        return Buckets.spendOne(bucketOf(allowance));
    }

    @Override
    public Duration untilNext(Allowance allowance) {
        return Buckets.untilNext(bucketOf(allowance));
    }

    private Bucket bucketOf(Allowance allowance) {
        var buckets = allowance.isStrangers() ? strangers : holders;
        return buckets.get(allowance, this::fill);
    }

    @Override
    public boolean mayWait() {
        return false;
    }

    private Bucket fill(Allowance allowance) {
        return Bucket.builder()
                .withCustomTimePrecision(meter)
                .addLimit(Buckets.bandwidth(allowance.limit()))
                .build();
    }
}
