package dev.corridor.persistence.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.corridor.application.access.port.Allowances;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.InstantSource;

/**
 * What this node alone lets through, counted in memory: nobody waits, and nothing outlives the process. With several nodes, somebody who is
 * sent to each of them in turn has as many times the limit.
 *
 * <p>Strangers are counted apart and there may be any number of them, so they cannot push out what the holders of keys have spent. Whoever was not seen
 * for long is forgotten first, and has everything again.
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
        var buckets = allowance.isStrangers() ? strangers : holders;
        return Buckets.spendOne(buckets.get(allowance, this::fill));
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
