package dev.corridor.persistence.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.corridor.application.access.port.Credentials;
import dev.corridor.domain.access.Credential;
import dev.corridor.domain.organization.OrganizationId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The key store as a node remembers it. What it remembers is true as of the moment it was read, or of the last moment at which the node is sure
 * to have heard of every change, and is used for a second from then on: so a key that is revoked stops everywhere within a second, also where
 * nobody hears of it.
 *
 * <p>Hashes that lead to no key are remembered apart, so that whoever tries many does not push out those that do.
 */
public final class CachedCredentials implements Credentials {

    static final Duration MAX_AGE = Duration.ofSeconds(1);

    private static final int MAX_KNOWN = 50_000;
    private static final int MAX_ABSENT = 10_000;
    private static final Duration ABSENT_FOR = Duration.ofSeconds(10);

    private final Credentials store;
    private final LongSupplier clock;
    private final Cache<String, Entry> known = Caffeine.newBuilder().maximumSize(MAX_KNOWN).build();
    private final Cache<String, Long> absent =
            Caffeine.newBuilder().maximumSize(MAX_ABSENT).expireAfterWrite(ABSENT_FOR).build();

    /** Counts the changes, so that an answer which is overtaken by one is not kept. */
    private final AtomicLong changes = new AtomicLong();

    private volatile long heardAllUntil;

    private record Entry(Credential credential, long readAt) {}

    public CachedCredentials(Credentials store) {
        this(store, System::nanoTime);
    }

    /** @param clock in nanoseconds, from any beginning */
    CachedCredentials(Credentials store, LongSupplier clock) {
        this.store = store;
        this.clock = clock;
        this.heardAllUntil = clock.getAsLong() - MAX_AGE.toNanos() - 1;
    }

    @Override
    public Recollection recall(String hash) {
        var entry = known.getIfPresent(hash);
        if (entry != null && isFresh(entry.readAt)) {
            return new Recollection.Known(entry.credential);
        }
        var askedAt = absent.getIfPresent(hash);
        return askedAt != null && isFresh(askedAt) ? new Recollection.Absent() : new Recollection.Unknown();
    }

    @Override
    public Optional<Credential> find(String hash) {
        return switch (recall(hash)) {
            case Recollection.Known remembered -> Optional.of(remembered.credential());
            case Recollection.Absent none -> Optional.empty();
            case Recollection.Unknown unknown -> read(hash);
        };
    }

    private Optional<Credential> read(String hash) {
        long changesBefore = changes.get();
        long readAt = clock.getAsLong();
        var found = store.find(hash);
        found.ifPresentOrElse(credential -> known.put(hash, new Entry(credential, readAt)), () -> absent.put(hash, readAt));
        if (changes.get() != changesBefore) {
            known.invalidate(hash);
            absent.invalidate(hash);
        }
        return found;
    }

    /** Something about the organization has changed. A new key may have been absent before. */
    public void forget(OrganizationId organization) {
        changes.incrementAndGet();
        known.asMap().values().removeIf(entry -> entry.credential.key().organization().equals(organization));
        absent.invalidateAll();
    }

    /** Anything may have changed. */
    void forgetAll() {
        changes.incrementAndGet();
        known.invalidateAll();
        absent.invalidateAll();
    }

    long now() {
        return clock.getAsLong();
    }

    /** Every change up to that moment has been heard of. */
    void heardAllUntil(long moment) {
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
