package dev.corridor.persistence.books;

import dev.corridor.application.DecisionRolledBack;
import dev.corridor.persistence.books.DecisionQueue.Turn;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLException;

/**
 * One thread with one connection, which takes decisions off the queue of its lane and settles them, a batch after another.
 *
 * <p>What happens to a batch that fails depends on who said so. If it was the server, nothing of the batch is kept, whatever becomes of the
 * connection, and it is taken again in halves, down to the one decision that cannot be written ({@link DecisionRolledBack}). If it was the
 * connection, it is taken again on a new one; and if the commit was on its way already, then not before the new one has told whether the batch
 * is kept ({@link CommitProof}).
 */
final class Writer {

    private static final Logger LOG = System.getLogger(Writer.class.getName());

    private static final String UNIQUE_VIOLATION = "23505";

    /** How the states begin by which a server says that it shuts down or ends the session. Source: PostgreSQL's manual, "Error Codes". */
    private static final String SESSION_ENDED = "57P";

    /** How long the fate of a batch is looked for before its callers are told that it is unknown. Longer than a server takes to restart. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final DecisionQueue queue;
    private final int batchSize;
    private final BatchSubjects subjects;
    private final LaneConnection connection;
    private final Thread thread;

    Writer(String name, DecisionQueue queue, int batchSize, BatchSubjects subjects, LaneConnection connection) {
        this.queue = queue;
        this.batchSize = batchSize;
        this.subjects = subjects;
        this.connection = connection;
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** Waits until nothing is left to take. */
    void join() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (connection) {
            for (var turn = queue.take(batchSize); !turn.decisions().isEmpty(); turn = queue.take(batchSize)) {
                settle(turn);
            }
        }
    }

    private void settle(Turn turn) {
        try {
            take(turn.decisions(), turn);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "A batch of decisions broke down", e);
            connection.recover();
            turn.decisions().forEach(decision -> decision.fail(new IllegalStateException("the batch broke down", e)));
        } finally {
            turn.end();
        }
    }

    private void take(List<PendingDecision<?>> decisions, Turn turn) {
        var failure = tryToTake(decisions, turn);
        if (failure.filter(Writer::isLostRace).isPresent()) {
            // In view of who was faster, the decision is another one.
            failure = tryToTake(decisions, turn);
        }
        failure.ifPresent(reason -> takeApart(decisions, reason, turn));
    }

    /** Who has lost a race for a key has violated its uniqueness. A fault may do so too, but fails again. */
    private static boolean isLostRace(RuntimeException failure) {
        return failure.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }

    /** Whether the server has refused a statement, and not ended the session: the commit was the last thing sent, so it has not come to it. */
    private static boolean isRefusal(JdbiException failure) {
        return failure instanceof UnableToExecuteStatementException
                && failure.getCause() instanceof PSQLException sql
                && sql.getServerErrorMessage() != null
                && !sql.getSQLState().startsWith(SESSION_ENDED);
    }

    private void takeApart(List<PendingDecision<?>> decisions, RuntimeException reason, Turn turn) {
        int size = decisions.size();
        if (size == 1) {
            decisions.getFirst().fail(reason);
        } else {
            take(decisions.subList(0, size / 2), turn);
            take(decisions.subList(size / 2, size), turn);
        }
    }

    /** Answers why the server refused it, if it did. Then nothing of it is kept. Else all decisions are settled. */
    private Optional<RuntimeException> tryToTake(List<PendingDecision<?>> decisions, Turn turn) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 1; ; attempt++) {
            var batch = new Batch(subjects, decisions);
            try {
                batch.commit(connection.handle(), turn::pass);
                tell(decisions);
                connection.end();
                return Optional.empty();
            } catch (JdbiException e) {
                boolean isUsable = connection.recover();
                if (isUsable || isRefusal(e)) {
                    batch.takeBack();
                    return Optional.of(e);
                }
                boolean inDoubt = decisions.stream().anyMatch(PendingDecision::wasSent);
                if (inDoubt ? System.nanoTime() > deadline : attempt == 2) {
                    decisions.forEach(decision -> decision.giveUp(e));
                    return Optional.empty();
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** Aside, if there are several to tell: to wake them all takes as long as to take some more decisions. */
    private static void tell(List<PendingDecision<?>> decisions) {
        if (decisions.size() == 1) {
            decisions.getFirst().settle();
        } else {
            Thread.startVirtualThread(() -> decisions.forEach(PendingDecision::settle));
        }
    }
}
