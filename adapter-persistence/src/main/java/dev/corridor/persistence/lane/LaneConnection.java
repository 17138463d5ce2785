package dev.corridor.persistence.lane;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The connection of one writer. Pinned to it, so its prepared statements survive. Another thread may have it opened. */
final class LaneConnection implements AutoCloseable {

    private static final Logger LOG = System.getLogger(LaneConnection.class.getName());

    private static final int VALIDATION_SECONDS = 2;

    /** Longer than another node's batch holds the row of an account. */
    private static final Duration USUAL_WAIT = Duration.ofMillis(50);

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(5);

    private final Jdbi jdbi;
    private final PlannerSettings planning;
    private final Consumer<Handle> preparation;
    private Handle handle;
    private boolean isHurried;

    /** @param preparation of each new connection */
    LaneConnection(Jdbi jdbi, PlannerSettings planning, Consumer<Handle> preparation) {
        this.jdbi = jdbi;
        this.planning = planning;
        this.preparation = preparation;
    }

    /** To find out which of many decisions waits for a lock. */
    void waitHardlyAtAll() {
        if (!isHurried) {
            isHurried = true;
            limitWaits();
        }
    }

    void waitAsUsual() {
        if (isHurried) {
            isHurried = false;
            limitWaits();
        }
    }

    private synchronized void limitWaits() {
        if (handle != null) {
            try {
                handle.execute("set lock_timeout = '" + (isHurried ? SHORTEST_WAIT : USUAL_WAIT).toMillis() + "ms'");
                handle.getConnection().commit();
            } catch (SQLException | JdbiException e) {
                LOG.log(Level.WARNING, "A lane's connection is lost and will be replaced", e);
                discard();
            }
        }
    }

    /** Opens the connection if there is none. */
    synchronized Handle handle() {
        if (handle == null) {
            handle = jdbi.open();
            try {
                planning.apply(handle);
                handle.execute("set lock_timeout = '" + USUAL_WAIT.toMillis() + "ms'");
                isHurried = false;
                preparation.accept(handle);
                handle.getConnection().setAutoCommit(false);
            } catch (SQLException e) {
                discard();
                throw new ConnectionException(e);
            } catch (JdbiException e) {
                discard();
                throw e;
            }
        }
        return handle;
    }

    /**
     * Ends the transaction that has failed. Answers whether the connection still works, which means that the server itself reported the failure.
     * A broken connection is replaced by {@link #handle}.
     */
    synchronized boolean recover() {
        if (handle == null) {
            return false;
        }
        try {
            handle.getConnection().rollback();
            if (handle.getConnection().isValid(VALIDATION_SECONDS)) {
                return true;
            }
            LOG.log(Level.WARNING, "A lane's connection is lost and will be replaced");
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "A lane's connection is lost and will be replaced", e);
        }
        discard();
        return false;
    }

    /** Ends a transaction that wrote nothing, if one is open. */
    synchronized void end() {
        try {
            handle.getConnection().rollback();
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "A lane's connection is lost and will be replaced", e);
            discard();
        }
    }

    /** Resets the connection and returns it to the pool. */
    @Override
    public synchronized void close() {
        if (handle == null) {
            return;
        }
        try {
            handle.getConnection().setAutoCommit(true);
            planning.undo(handle);
            handle.execute("reset lock_timeout");
        } catch (SQLException | JdbiException e) {
            LOG.log(Level.WARNING, "A lane's connection could not be reset for the pool", e);
        }
        discard();
    }

    synchronized void discard() {
        if (handle == null) {
            return;
        }
        try {
            handle.getConnection().close();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "A lost connection could not be closed", e);
        }
        handle = null;
    }
}
