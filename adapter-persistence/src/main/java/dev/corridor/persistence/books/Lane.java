package dev.corridor.persistence.books;

import dev.corridor.application.books.Subjects;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.organization.OrganizationId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A queue of decisions, and the writers who take together what waits. They wait for no more, so batches grow with the load and a lone
 * decision is on its way at once. There are two of them, so that one can read and decide while the other waits for the disk.
 */
final class Lane implements AutoCloseable {

    static final int WRITERS = 2;

    /** The driver's default {@code prepareThreshold}, and one more. */
    private static final int REPETITIONS_BEFORE_SERVER_PREPARES = 6;

    private final DecisionQueue queue;
    private final List<Writer> writers;

    Lane(String name, LaneSettings settings, BatchSubjects subjects, Supplier<LaneConnection> connections) {
        this.queue = new DecisionQueue(settings.queueCapacity(), settings.batchScope());
        this.writers = IntStream.rangeClosed(1, WRITERS)
                .mapToObj(number -> new Writer(name + "-" + number, queue, settings.batchSize(), subjects, connections.get()))
                .toList();
    }

    /** Takes the decision, and answers when all that it recorded is on disk; or {@code service_unavailable}, at once. */
    <R> R decide(PendingDecision<R> decision) {
        if (!queue.offer(decision)) {
            throw new BusinessException(new ServiceUnavailable());
        }
        return decision.await();
    }

    /** Connects, and makes the server plan what every batch begins with. Writers who are idle take turns. */
    void connect() {
        var nothing = Subjects.organization(new OrganizationId(UUID.randomUUID()));
        for (int i = 0; i < WRITERS * REPETITIONS_BEFORE_SERVER_PREPARES; i++) {
            decide(new PendingDecision<>(nothing, open -> nothing));
        }
    }

    /** Takes in no more decisions, and waits until those that it has taken in are settled. */
    @Override
    public void close() {
        queue.close();
        writers.forEach(Writer::join);
    }
}
