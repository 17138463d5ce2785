package dev.corridor.application.operator.port;

import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.operator.OperatorLogin;
import dev.corridor.domain.operator.OperatorSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The store of operators who log in, and of their sessions. */
public interface Operators {

    Optional<OperatorLogin> find(OperatorName name);

    /** In the order of their names. */
    List<OperatorLogin> list(int limit);

    /** Stores an operator with the audit record; false without effect if the name is taken. */
    boolean add(OperatorLogin login, AuditRecord record);

    /**
     * Changes an operator under a row lock, so attempts are judged one after the other on all nodes: of two with the same code, one finds it used. All of the
     * change commits atomically; if it throws, nothing is kept.
     *
     * @throws IllegalStateException if there is no such operator
     */
    <R> R change(OperatorName name, Function<OperatorLogin, Change<R>> change);

    /** The session with this hash of a token, expired or not. */
    Optional<OperatorSession> session(String hash);

    /** Those of programs, in the order of operators and names, expired or not. */
    List<OperatorSession> ofPrograms(int limit);

    /** Repeatable. */
    void endSession(String hash, AuditRecord record);

    /**
     * Deletes a batch of sessions that expired before that moment. Repeatable, and safe on several nodes at once.
     *
     * @return how many were deleted
     */
    int removeExpired(Instant before, int limit);

    /**
     * @param login as it is from now on
     * @param endsSessions whether all sessions before this change are over
     * @param started a session that begins with it
     */
    record Change<R>(R result, OperatorLogin login, boolean endsSessions, Optional<OperatorSession> started, List<AuditRecord> records) {}
}
