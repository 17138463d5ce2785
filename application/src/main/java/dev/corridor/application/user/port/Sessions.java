package dev.corridor.application.user.port;

import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.Token;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions of tokens. Only revoked tokens are stored. */
public interface Sessions {

    /**
     * The token's session; empty if the user does not exist.
     *
     * @throws Unreachable if the store cannot answer
     */
    Optional<Session> find(Token token);

    /** Non-blocking and at most a second old; empty if it is not cached. */
    default Optional<Session> recall(Token token) {
        return Optional.empty();
    }

    /** Revokes tokens and stores the audit records, atomically and idempotently. Every node knows within a second. */
    void revoke(List<Token> tokens, List<AuditRecord> records);

    /**
     * Deletes a batch of revocations of tokens that expired before that moment. Repeatable, and safe on several nodes at once.
     *
     * @param limit the most revocations per call
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
