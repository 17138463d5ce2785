package dev.corridor.persistence.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * What a node remembers of a store that others change. A value is true as of the moment it was read, or of the last moment at which the node is
 * sure to have heard of every change, and is used for a second from then on.
 *
 * @param <V> what is remembered under a text
 */
public final class FreshCache<V> {

    /** So long after the last news a value is still used. */
    public static final Duration MAX_AGE = Duration.ofSeconds(1);

    private final Cache<String, Entry<V>> entries;
    private final LongSupplier clock;

    /** Counts the changes, so that a value which is overtaken by one is not kept. */
    private final AtomicLong changes = new AtomicLong();

    private volatile long heardAllUntil;

    private record Entry<V>(V value, long readAt) {}

    /** When a value was read, and how much had changed by then. */
    public record Reading(long startedAt, long changesBefore) {}

    /**
     * @param keptFor how long a value is remembered at most, however often it is confirmed
     * @param clock in nanoseconds, from any beginning
     */
    public FreshCache(int maxSize, Duration keptFor, LongSupplier clock) {
        this.entries = Caffeine.newBuilder().maximumSize(maxSize).expireAfterWrite(keptFor).build();
        this.clock = clock;
        this.heardAllUntil = clock.getAsLong() - MAX_AGE.toNanos() - 1;
    }

    public Optional<V> recall(String key) {
        var entry = entries.getIfPresent(key);
        return entry != null && isFresh(entry.readAt) ? Optional.of(entry.value) : Optional.empty();
    }

    /** To be called before the store is asked. */
    public Reading beginReading() {
        return new Reading(clock.getAsLong(), changes.get());
    }

    /** Remembers what the store has answered, unless something has changed since it was asked. */
    public void keep(String key, V value, Reading reading) {
        entries.put(key, new Entry<>(value, reading.startedAt()));
        if (changes.get() != reading.changesBefore()) {
            entries.invalidate(key);
        }
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

    /** Every change up to that moment has been heard of. */
    public void heardAllUntil(long moment) {
        heardAllUntil = moment;
    }

    /** Whether a change would have been heard of by now. */
    boolean hearsAll() {
        return clock.getAsLong() - heardAllUntil <= MAX_AGE.toNanos();
    }

    private boolean isFresh(long readAt) {
        return clock.getAsLong() - readAt <= MAX_AGE.toNanos() || hearsAll();
    }
}
