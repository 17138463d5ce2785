package dev.corridor.memory;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.user.port.Sessions;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.user.PresentedSession;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.SessionId;
import dev.corridor.domain.user.Token;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

final class InMemorySessions implements Sessions {

    private final Memory memory;

    InMemorySessions(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<PresentedSession> find(Token token) {
        synchronized (memory) {
            return Optional.ofNullable(memory.sessions.get(token.session()))
                    .map(session -> new PresentedSession(session, memory.organizations.get(session.organization()).status()));
        }
    }

    @Override
    public Page<Session> page(OrganizationId organization, UserId user, Instant now, PageRequest<SessionId> request) {
        synchronized (memory) {
            return Memory.page(
                    organization,
                    memory.sessions.values(),
                    session -> session.user().equals(user) && session.endedAt().isEmpty() && now.isBefore(session.expiresAt()),
                    session -> session.id().uuid(),
                    request.map(SessionId::uuid));
        }
    }

    @Override
    public int removeExpired(Instant before, int limit) {
        synchronized (memory) {
            var expired = memory.sessions.values().stream()
                    .filter(session -> session.expiresAt().isBefore(before))
                    .sorted(Comparator.comparing(Session::expiresAt))
                    .limit(limit)
                    .map(Session::id)
                    .toList();
            expired.forEach(memory.sessions::remove);
            return expired.size();
        }
    }
}
