package dev.corridor.persistence.lane;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * One thread with one connection, which commits the decisions of its lane, batch by batch.
 *
 * <p>It does not wait for a lock that a session elsewhere holds: all others in the lane would wait too. Decisions that meet one are parked. They are tried
 * again and again on a thread and a connection of their own, and those behind them on the same account wait in the queue.
 */
final class Writer<D extends PendingDecision> {

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final String name;
    private final DecisionQueue<D> queue;
    private final LaneSettings settings;
    private final Supplier<Settler<D>> settlers;
    private final Settler<D> settler;
    private final Thread thread;

    Writer(String name, DecisionQueue<D> queue, LaneSettings settings, Supplier<Settler<D>> settlers) {
        this.name = name;
        this.queue = queue;
        this.settings = settings;
        this.settlers = settlers;
        this.settler = settlers.get();
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** Opens the connection if there is none, so that no decision waits for that. */
    void connect() {
        settler.connect();
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
            var turn = queue.take(settings.batchSize());
            while (!turn.decisions().isEmpty()) {
                turn = settle(turn);
            }
        }
    }

    /** Answers the next turn. */
    private DecisionQueue<D>.Turn settle(DecisionQueue<D>.Turn turn) {
        var locked = settler.settle(turn.decisions(), turn::pass);
        if (locked.isEmpty()) {
            return turn.next(settings.batchSize());
        }
        park(turn, locked);
        return queue.take(settings.batchSize());
    }

    private void park(DecisionQueue<D>.Turn turn, List<D> locked) {
        turn.park(locked);
        Thread.ofVirtual().name(name + "-parked").start(() -> {
            try {
                settleWhenUnlocked(turn, locked);
            } finally {
                turn.end();
            }
        });
    }

    /** Each attempt waits for the locks a moment. What has got its own is settled, whatever the others wait for. */
    private void settleWhenUnlocked(DecisionQueue<D>.Turn turn, List<D> locked) {
        long deadline = System.nanoTime() + settings.lockPatience().toNanos();
        var rest = locked;
        try (var settler = settlers.get()) {
            while (!rest.isEmpty() && System.nanoTime() < deadline) {
                rest = settler.settle(rest, () -> {});
                if (!rest.isEmpty()) {
                    turn.park(rest);
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
        rest.forEach(
                decision -> decision.giveUp(new IllegalStateException("another session holds a lock for longer than " + settings.lockPatience())));
    }
}
