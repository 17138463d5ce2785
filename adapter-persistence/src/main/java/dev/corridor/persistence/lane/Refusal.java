package dev.corridor.persistence.lane;

import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLException;

/** Why a server has refused a statement, as far as it matters here. Source of the SQLSTATEs: PostgreSQL manual, appendix "Error Codes". */
public enum Refusal {
    /** A unique index: another batch was first with the key or the reference. */
    LOST_RACE,
    /** A row is locked by another session, for longer than the lane waits. */
    LOCKED,
    /** The server takes no writes for now: it is read-only, or has no room, memory or connection left. */
    UNWRITABLE,
    /** The statement itself. */
    OTHER;

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** In turn: read-only, disk full, out of memory, too many connections. */
    private static final Set<String> NO_WRITES = Set.of("25006", "53100", "53200", "53300");

    /** Of a server that shuts down or ends the session. */
    private static final String SESSION_ENDED = "57P";

    public static Refusal of(RuntimeException failure) {
        return failure.getCause() instanceof SQLException sql ? of(sql) : OTHER;
    }

    public static Refusal of(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        if (state.equals(UNIQUE_VIOLATION)) {
            return LOST_RACE;
        } else if (state.equals(LOCK_NOT_AVAILABLE)) {
            return LOCKED;
        }
        return NO_WRITES.contains(state) ? UNWRITABLE : OTHER;
    }

    /** Whether the server refused a statement without ending the session. The commit was sent last, so the server did not reach it. */
    static boolean isIn(JdbiException failure) {
        return failure instanceof UnableToExecuteStatementException
                && failure.getCause() instanceof PSQLException sql
                && sql.getServerErrorMessage() != null
                && !sql.getSQLState().startsWith(SESSION_ENDED);
    }
}
