package dev.corridor.persistence.lane;

import java.util.List;
import java.util.function.Supplier;

/**
 * One thread with one connection, which commits the decisions of its lane, batch by batch.
 *
 * <p>It does not wait for a lock that a session elsewhere holds: whoever else is in the lane would wait too. Decisions that meet one are parked. They wait on
 * a thread and a connection of their own, and those behind them on the same account wait in the queue.
 */
final class Writer<D extends PendingDecision> {

    private final String name;
    private final DecisionQueue<D> queue;
    private final int batchSize;
    private final Settler<D> settler;
    private final Supplier<Settler<D>> patient;
    private final Thread thread;

    /** @param patient makes what settles parked decisions */
    Writer(String name, DecisionQueue<D> queue, int batchSize, Settler<D> settler, Supplier<Settler<D>> patient) {
        this.name = name;
        this.queue = queue;
        this.batchSize = batchSize;
        this.settler = settler;
        this.patient = patient;
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
        try (settler) {
            for (var turn = queue.take(batchSize); !turn.decisions().isEmpty(); turn = queue.take(batchSize)) {
                var locked = settler.settle(turn.decisions(), turn::pass);
                if (locked.isEmpty()) {
                    turn.end();
                } else {
                    park(turn, locked);
                }
            }
        }
    }

    private void park(DecisionQueue<D>.Turn turn, List<D> locked) {
        turn.park(locked);
        Thread.ofVirtual().name(name + "-parked").start(() -> {
            try (var waiting = patient.get()) {
                waiting.settle(locked, () -> {});
            } finally {
                turn.end();
            }
        });
    }
}
