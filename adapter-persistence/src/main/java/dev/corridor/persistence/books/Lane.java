package dev.corridor.persistence.books;

import dev.corridor.application.DecisionNotKept;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.organization.OrganizationId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.JdbiException;

/**
 * One thread with one connection, through which decisions go one after the other. It takes together what waits, and waits for no more, so
 * batches grow with the load and a lone decision is on its way at once.
 *
 * <p>What happens to a batch that fails depends on who said so. If it was the server, nothing of the batch is kept, and it is taken again in
 * halves, down to the one decision that cannot be written ({@link DecisionNotKept}). If it was the connection, it is taken again on a new one; and if the commit was on
 * its way already, then not before the new one has told whether the batch is kept ({@link Evidence}).
 */
final class Lane implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Lane.class.getName());

    private static final String UNIQUE_VIOLATION = "23505";

    /** How long the fate of a batch is looked for before its callers are told that it is unknown. Longer than a server takes to restart. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** The driver's default {@code prepareThreshold}, and one more. */
    private static final int REPETITIONS_BEFORE_SERVER_PREPARES = 6;

    private final DecisionQueue queue;
    private final int batchSize;
    private final BatchSubjects subjects;
    private final LaneConnection connection;
    private final Thread thread;

    Lane(String name, LaneSettings settings, BatchSubjects subjects, LaneConnection connection) {
        this.queue = new DecisionQueue(settings.queueCapacity(), settings.batchScope());
        this.batchSize = settings.batchSize();
        this.subjects = subjects;
        this.connection = connection;
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** Takes the decision, and answers when all that it recorded is on disk; or {@code service_unavailable}, at once. */
    <R> R decide(QueuedDecision<R> decision) {
        if (!queue.offer(decision)) {
            throw new BusinessException(new ServiceUnavailable());
        }
        return decision.await();
    }

    /** Connects, and makes the server plan what every batch begins with. */
    void warmUp() {
        var nothing = Subjects.organization(new OrganizationId(UUID.randomUUID()));
        for (int i = 0; i < REPETITIONS_BEFORE_SERVER_PREPARES; i++) {
            decide(new QueuedDecision<>(nothing, open -> nothing));
        }
    }

    /** Takes in no more decisions, and waits until those that it has taken in are settled. */
    @Override
    public void close() {
        queue.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (connection) {
            for (var waiting = queue.take(batchSize); !waiting.isEmpty(); waiting = queue.take(batchSize)) {
                settle(waiting);
            }
        }
    }

    private void settle(List<QueuedDecision<?>> decisions) {
        try {
            take(decisions);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "A batch of decisions broke down", e);
            connection.recover();
            decisions.forEach(decision -> decision.fail(new IllegalStateException("the batch broke down", e)));
        }
    }

    private void take(List<QueuedDecision<?>> decisions) {
        var failure = tryToTake(decisions);
        if (failure.filter(Lane::isLostRace).isPresent()) {
            // In view of who was faster, the decision is another one.
            failure = tryToTake(decisions);
        }
        failure.ifPresent(reason -> takeApart(decisions, reason));
    }

    /** Who has lost a race for a key has violated its uniqueness. A fault may do so too, but fails again. */
    private static boolean isLostRace(RuntimeException failure) {
        return failure.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }

    private void takeApart(List<QueuedDecision<?>> decisions, RuntimeException reason) {
        int size = decisions.size();
        if (size == 1) {
            decisions.getFirst().fail(reason);
        } else {
            take(decisions.subList(0, size / 2));
            take(decisions.subList(size / 2, size));
        }
    }

    /** Answers why the server refused it, if it did. Then nothing of it is kept. Else all decisions are settled. */
    private Optional<RuntimeException> tryToTake(List<QueuedDecision<?>> decisions) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 1; ; attempt++) {
            var batch = new Batch(subjects, decisions);
            try {
                batch.commit(connection.handle());
                decisions.forEach(QueuedDecision::settle);
                connection.end();
                return Optional.empty();
            } catch (JdbiException e) {
                if (connection.recover()) {
                    batch.takeBack();
                    return Optional.of(e);
                }
                boolean inDoubt = decisions.stream().anyMatch(QueuedDecision::wasSent);
                if (inDoubt ? System.nanoTime() > deadline : attempt == 2) {
                    decisions.forEach(decision -> decision.giveUp(e));
                    return Optional.empty();
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
