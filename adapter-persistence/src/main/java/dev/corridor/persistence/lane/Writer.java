package dev.corridor.persistence.lane;

import static java.util.stream.Collectors.groupingBy;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLException;

/**
 * One thread with one connection, which commits the decisions of its lane, batch by batch.
 *
 * <p>A batch that fails is handled by who reported the failure. If the server refused a statement, nothing of the batch is committed: the
 * batch is bisected, down to the one poison decision that cannot be written. If the connection broke, the batch is decided again on a new one.
 * If the commit had been sent by then, the new connection first looks for proof that it was committed ({@link BatchDecider.Decided#fresh}).
 */
final class Writer<D extends PendingDecision> {

    private static final Logger LOG = System.getLogger(Writer.class.getName());

    private static final String UNIQUE_VIOLATION = "23505";

    /** Prefix of the SQLSTATEs of a server that shuts down or ends the session. Source: PostgreSQL manual, appendix "Error Codes". */
    private static final String SESSION_ENDED = "57P";

    /** After this time a batch in doubt is answered as unknown. Longer than a restart of the server. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final DecisionQueue<D> queue;
    private final int batchSize;
    private final BatchDecider<D> decider;
    private final LaneConnection connection;
    private final Thread thread;

    Writer(String name, DecisionQueue<D> queue, int batchSize, BatchDecider<D> decider, LaneConnection connection) {
        this.queue = queue;
        this.batchSize = batchSize;
        this.decider = decider;
        this.connection = connection;
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** Waits until the queue is drained. */
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

    private void settle(DecisionQueue<D>.Turn turn) {
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

    private void take(List<D> decisions, DecisionQueue<D>.Turn turn) {
        var failure = tryToTake(decisions, turn);
        if (failure.filter(Writer::isLostRace).isPresent()) {
            // Decided again, it sees what the request that won has recorded.
            failure = tryToTake(decisions, turn);
        }
        failure.ifPresent(reason -> takeApart(decisions, reason, turn));
    }

    /** Losing a race for an idempotency key or a reference violates its unique index. A bug may do so too, but then fails again. */
    private static boolean isLostRace(RuntimeException failure) {
        return failure.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }

    /** Whether the server refused a statement without ending the session. The commit was sent last, so the server did not reach it. */
    private static boolean isRefusal(JdbiException failure) {
        return failure instanceof UnableToExecuteStatementException
                && failure.getCause() instanceof PSQLException sql
                && sql.getServerErrorMessage() != null
                && !sql.getSQLState().startsWith(SESSION_ENDED);
    }

    private void takeApart(List<D> decisions, RuntimeException reason, DecisionQueue<D>.Turn turn) {
        int size = decisions.size();
        if (size == 1) {
            decisions.getFirst().fail(reason);
        } else {
            take(decisions.subList(0, size / 2), turn);
            take(decisions.subList(size / 2, size), turn);
        }
    }

    /** Answers the server's refusal, after which nothing is committed. Otherwise all decisions are settled. */
    private Optional<RuntimeException> tryToTake(List<D> decisions, DecisionQueue<D>.Turn turn) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 1;; attempt++) {
            var batch = new Batch<>(decider, decisions);
            try {
                batch.commit(connection.handle(), turn::pass);
                answer(decisions);
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

    /**
     * Wakes each executor once, however many of its callers are answered. Several threads that wait are woken on another thread: waking them
     * takes as long as deciding the next few decisions.
     */
    private void answer(List<D> decisions) {
        if (decisions.size() == 1) {
            answer(decisions, decisions.getFirst().answers().orElse(Runnable::run));
        } else {
            decisions.stream()
                    .collect(groupingBy(PendingDecision::answers))
                    .forEach((executor, theirs) -> answer(theirs, executor.orElse(Thread::startVirtualThread)));
        }
    }

    private void answer(List<D> decisions, Executor executor) {
        try {
            executor.execute(() -> decisions.forEach(PendingDecision::settle));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "The callers of committed decisions are gone", e);
            decisions.forEach(PendingDecision::settle);
        }
    }
}
