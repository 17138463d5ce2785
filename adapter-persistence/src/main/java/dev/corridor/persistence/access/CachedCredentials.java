package dev.corridor.persistence.access;

import dev.corridor.application.access.port.Credentials;
import dev.corridor.domain.access.Credential;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.user.SessionId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A node's cache of the key store. A revoked key stops working within a second, even if no invalidation arrives.
 *
 * <p>Unknown hashes have a cache of their own, so that guessing keys does not evict valid ones.
 */
public final class CachedCredentials implements Credentials, InvalidatedCache, CacheFigures {

    static final Duration MAX_AGE = FreshCache.MAX_AGE;

    private static final int MAX_KNOWN = 50_000;
    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    private static final int MAX_ABSENT = 10_000;
    private static final Duration ABSENT_FOR = Duration.ofSeconds(10);

    private final Credentials store;
    private final FreshCache<Credential> known;
    private final FreshCache<Recollection> absent;

    public CachedCredentials(Credentials store) {
        this(store, System::nanoTime);
    }

    /** @param clock in nanoseconds, with any origin */
    CachedCredentials(Credentials store, LongSupplier clock) {
        this.store = store;
        this.known = new FreshCache<>(MAX_KNOWN, KNOWN_FOR, clock);
        this.absent = new FreshCache<>(MAX_ABSENT, ABSENT_FOR, clock);
    }

    @Override
    public long recalled() {
        return known.recalled() + absent.recalled();
    }

    @Override
    public long read() {
        return known.read() + absent.read();
    }

    @Override
    public Recollection recall(String hash) {
        return known.recall(hash)
                .<Recollection>map(Recollection.Known::new)
                .or(() -> absent.recall(hash))
                .orElseGet(Recollection.Unknown::new);
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
        var readingKnown = known.beginReading();
        var readingAbsent = absent.beginReading();
        var found = store.find(hash);
        found.ifPresentOrElse(
                credential -> known.keep(hash, credential, readingKnown),
                () -> absent.keep(hash, new Recollection.Absent(), readingAbsent));
        return found;
    }

    /** A new key may be cached as absent. */
    @Override
    public void forget(OrganizationId organization) {
        known.forgetIf(credential -> credential.key().organization().equals(organization));
        absent.forgetAll();
    }

    /** Keys do not depend on sessions. */
    @Override
    public void forget(SessionId session) {}

    @Override
    public void forgetAll() {
        known.forgetAll();
        absent.forgetAll();
    }

    @Override
    public void heardAllUntil(long moment) {
        known.heardAllUntil(moment);
        absent.heardAllUntil(moment);
    }

    /** Whether an invalidation would have arrived by now. */
    boolean hearsAll() {
        return known.hearsAll();
    }
}
