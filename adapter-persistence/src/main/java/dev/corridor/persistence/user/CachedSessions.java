package dev.corridor.persistence.user;

import dev.corridor.application.user.port.Sessions;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.Token;
import dev.corridor.domain.user.TokenId;
import dev.corridor.persistence.access.FreshCache;
import dev.corridor.persistence.access.InvalidatedCache;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A node's cache of sessions. A revoked token stops working within a second, even if no invalidation arrives. Only tokens with a valid
 * signature are looked up, so forged ones cannot evict others.
 */
public final class CachedSessions implements Sessions, InvalidatedCache {

    private static final int MAX_SESSIONS = 50_000;

    /** The lifetime of an access token. */
    private static final Duration KEPT_FOR = Duration.ofMinutes(15);

    private final Sessions store;
    private final FreshCache<Session> sessions;

    public CachedSessions(Sessions store) {
        this(store, System::nanoTime);
    }

    /** @param clock in nanoseconds, with any origin */
    CachedSessions(Sessions store, LongSupplier clock) {
        this.store = store;
        this.sessions = new FreshCache<>(MAX_SESSIONS, KEPT_FOR, clock);
    }

    @Override
    public Optional<Session> recall(Token token) {
        return sessions.recall(token.id().toString());
    }

    @Override
    public Optional<Session> find(Token token) {
        return recall(token).or(() -> read(token));
    }

    private Optional<Session> read(Token token) {
        var reading = sessions.beginReading();
        var found = store.find(token);
        found.ifPresent(session -> sessions.keep(token.id().toString(), session, reading));
        return found;
    }

    /** Takes effect on this node at once; PostgreSQL notifies the others. */
    @Override
    public void revoke(List<Token> tokens, List<AuditRecord> records) {
        store.revoke(tokens, records);
        tokens.forEach(token -> forget(token.id()));
    }

    @Override
    public int removeExpired(Instant before, int limit) {
        return store.removeExpired(before, limit);
    }

    @Override
    public void forget(OrganizationId organization) {
        sessions.forgetIf(session -> session.organization().equals(organization));
    }

    @Override
    public void forget(TokenId token) {
        sessions.forget(token.toString());
    }

    @Override
    public void forgetAll() {
        sessions.forgetAll();
    }

    @Override
    public void heardAllUntil(long moment) {
        sessions.heardAllUntil(moment);
    }
}
