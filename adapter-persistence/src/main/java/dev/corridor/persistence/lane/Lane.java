package dev.corridor.persistence.lane;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/**
 * Group commit: a bounded queue of decisions, and two writers that commit together what waits. They wait for no more, so batches grow with
 * the load and a lone decision starts at once. With two writers, one reads and decides while the other waits for the disk.
 */
public final class Lane<D extends PendingDecision> implements AutoCloseable {

    static final int WRITERS = 2;

    private final DecisionQueue<D> queue;
    private final List<Writer<D>> writers;

    public Lane(String name, LaneSettings settings, BatchDecider<D> decider, Jdbi jdbi, Writability writability, LaneMeter meter) {
        this.queue = new DecisionQueue<>(settings.queueCapacity(), settings.batchScope());
        this.writers = IntStream.rangeClosed(1, WRITERS)
                .mapToObj(number -> new Writer<>(
                        name + "-" + number,
                        queue,
                        settings,
                        () -> new Settler<>(decider, new LaneConnection(jdbi, settings.planning(), decider::prepare), writability, meter)))
                .toList();
    }

    /** Opens the connections of both writers. */
    public void connect() {
        writers.forEach(Writer::connect);
    }

    /** Queues the decision, or answers false at once if the queue is full or closed. */
    public boolean offer(D decision) {
        return queue.offer(decision);
    }

    /** How many decisions wait. */
    public int waiting() {
        return queue.size();
    }

    /** How long the first of them has waited; zero if none does. */
    public Duration oldest() {
        return queue.oldest();
    }

    /** Takes in no more decisions, and waits until those that it has taken in are settled. */
    @Override
    public void close() {
        queue.close();
        writers.forEach(Writer::join);
    }
}
