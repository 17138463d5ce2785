package dev.corridor.persistence.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * A cache of a store that other nodes change. A value is fresh for a second after it was read, or after the last moment up to which all
 * invalidations are known to have arrived.
 *
 * @param <V> the cached values; the keys are texts
 */
public final class FreshCache<V> implements CacheFigures {

    /** How long a value stays usable without news. */
    public static final Duration MAX_AGE = Duration.ofSeconds(1);

    private final Cache<String, Entry<V>> entries;
    private final LongSupplier clock;

    /** Counts invalidations, so that a value read before one is not kept after it. */
    private final AtomicLong changes = new AtomicLong();

    private final LongAdder recalled = new LongAdder();
    private final LongAdder read = new LongAdder();

    private volatile long heardAllUntil;

    private record Entry<V>(V value, long readAt) {}

    /** When a read of the store began, and the number of invalidations by then. */
    public record Reading(long startedAt, long changesBefore) {}

    /**
     * @param keptFor the longest time in the cache, however often a value is confirmed
     * @param clock in nanoseconds, with any origin
     */
    public FreshCache(int maxSize, Duration keptFor, LongSupplier clock) {
        this.entries = Caffeine.newBuilder().maximumSize(maxSize).expireAfterWrite(keptFor).build();
        this.clock = clock;
        this.heardAllUntil = clock.getAsLong() - MAX_AGE.toNanos() - 1;
    }

    public Optional<V> recall(String key) {
        var entry = entries.getIfPresent(key);
        if (entry == null || !isFresh(entry.readAt)) {
            return Optional.empty();
        }
        recalled.increment();
        return Optional.of(entry.value);
    }

    /** Call before reading the store. */
    public Reading beginReading() {
        return new Reading(clock.getAsLong(), changes.get());
    }

    /** Caches a value from the store, unless an invalidation arrived since the read began. */
    public void keep(String key, V value, Reading reading) {
        read.increment();
        entries.put(key, new Entry<>(value, reading.startedAt()));
        if (changes.get() != reading.changesBefore()) {
            entries.invalidate(key);
        }
    }

    @Override
    public long recalled() {
        return recalled.sum();
    }

    @Override
    public long read() {
        return read.sum();
    }

    public void forget(String key) {
        changes.incrementAndGet();
        entries.invalidate(key);
    }

    public void forgetIf(Predicate<V> concerned) {
        changes.incrementAndGet();
        entries.asMap().values().removeIf(entry -> concerned.test(entry.value));
    }

    public void forgetAll() {
        changes.incrementAndGet();
        entries.invalidateAll();
    }

    /** All changes up to this moment have been received. */
    public void heardAllUntil(long moment) {
        heardAllUntil = moment;
    }

    /** Whether an invalidation would have arrived by now. */
    boolean hearsAll() {
        return clock.getAsLong() - heardAllUntil <= MAX_AGE.toNanos();
    }

    private boolean isFresh(long readAt) {
        return clock.getAsLong() - readAt <= MAX_AGE.toNanos() || hearsAll();
    }
}
