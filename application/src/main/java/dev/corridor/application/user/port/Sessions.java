package dev.corridor.application.user.port;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.user.PresentedSession;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.SessionId;
import dev.corridor.domain.user.Token;
import java.time.Instant;
import java.util.Optional;

/** The store of sessions. They are started, changed and ended through {@link Users#change}. */
public interface Sessions {

    /**
     * The token's session, ended ones included; empty if there is none.
     *
     * @throws Unreachable if the store cannot answer
     */
    Optional<PresentedSession> find(Token token);

    /** Non-blocking and at most a second old; empty if it is not cached. */
    default Optional<PresentedSession> recall(Token token) {
        return Optional.empty();
    }

    /** The user's open sessions that have not expired at that moment, newest first. */
    Page<Session> page(OrganizationId organization, UserId user, Instant now, PageRequest<SessionId> request);

    /**
     * Deletes a batch of sessions that expired before that moment. Repeatable, and safe on several nodes at once.
     *
     * @param limit the most sessions per call
     * @return how many were deleted
     */
    int removeExpired(Instant before, int limit);

    final class Unreachable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unreachable(Throwable cause) {
            super(cause);
        }
    }
}
