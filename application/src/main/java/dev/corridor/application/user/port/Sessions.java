package dev.corridor.application.user.port;

import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.Token;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What tokens lead to. A token needs no entry here to be good, only to be good no longer. */
public interface Sessions {

    /**
     * What the token leads to; empty if there is no such user.
     *
     * @throws Unreachable if the store cannot answer
     */
    Optional<Session> find(Token token);

    /** The same without waiting for anything, never older than a second; empty if the store would have to be asked. */
    default Optional<Session> recall(Token token) {
        return Optional.empty();
    }

    /** Revokes tokens for good and keeps the records, at once. One that is revoked already stays so. Every node knows within a second. */
    void revoke(List<Token> tokens, List<AuditRecord> records);

    /**
     * Forgets revoked tokens that have expired before that moment. To be called again and again; several nodes may do so at once.
     *
     * @param limit how many at most
     * @return how many were forgotten
     */
    int removeExpired(Instant before, int limit);

    /** The store did not answer, so nothing is known about the token. */
    final class Unreachable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unreachable(Throwable cause) {
            super(cause);
        }
    }
}
