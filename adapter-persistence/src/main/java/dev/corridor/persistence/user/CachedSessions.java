package dev.corridor.persistence.user;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.user.port.Sessions;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.user.PresentedSession;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.SessionId;
import dev.corridor.domain.user.Token;
import dev.corridor.persistence.access.CacheFigures;
import dev.corridor.persistence.access.FreshCache;
import dev.corridor.persistence.access.InvalidatedCache;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A node's cache of sessions. An ended session stops working within a second, even if no invalidation arrives. Only tokens with a valid
 * signature are looked up, so forged ones cannot evict others.
 */
public final class CachedSessions implements Sessions, InvalidatedCache, CacheFigures {

    private static final int MAX_SESSIONS = 50_000;

    /** The lifetime of an access token. */
    private static final Duration KEPT_FOR = Duration.ofMinutes(15);

    private final Sessions store;
    private final FreshCache<PresentedSession> sessions;

    public CachedSessions(Sessions store) {
        this(store, System::nanoTime);
    }

    /** @param clock in nanoseconds, with any origin */
    CachedSessions(Sessions store, LongSupplier clock) {
        this.store = store;
        this.sessions = new FreshCache<>(MAX_SESSIONS, KEPT_FOR, clock);
    }

    @Override
    public long recalled() {
        return sessions.recalled();
    }

    @Override
    public long read() {
        return sessions.read();
    }

    @Override
    public Optional<PresentedSession> recall(Token token) {
        return sessions.recall(token.session().toString());
    }

    @Override
    public Optional<PresentedSession> find(Token token) {
        return recall(token).or(() -> read(token));
    }

    private Optional<PresentedSession> read(Token token) {
        var reading = sessions.beginReading();
        var found = store.find(token);
        found.ifPresent(session -> sessions.keep(token.session().toString(), session, reading));
        return found;
    }

    @Override
    public Page<Session> page(OrganizationId organization, UserId user, Instant now, PageRequest<SessionId> request) {
        return store.page(organization, user, now, request);
    }

    @Override
    public int removeExpired(Instant before, int limit) {
        return store.removeExpired(before, limit);
    }

    @Override
    public void forget(OrganizationId organization) {
        sessions.forgetIf(session -> session.session().organization().equals(organization));
    }

    @Override
    public void forget(SessionId session) {
        sessions.forget(session.toString());
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
