package dev.corridor.persistence.lane;

import dev.corridor.persistence.lane.BatchDecider.Decided;
import dev.corridor.persistence.lane.LaneMeter.BatchTimes;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Decisions that share one transaction, in two round trips: the first begins, locks and reads; the second writes what the decisions have
 * recorded, and commits.
 */
final class Batch<D extends PendingDecision> {

    private final BatchDecider<D> decider;
    private final List<D> decisions;

    private List<D> sent = List.of();
    private BatchTimes times;

    Batch(BatchDecider<D> decider, List<D> decisions) {
        this.decider = decider;
        this.decisions = decisions;
    }

    /**
     * The commit travels with the writes. The server does not reach it if a statement before it fails.
     *
     * @param afterDeciding runs once all decisions are decided, before they are written
     */
    void commit(Handle handle, Runnable afterDeciding) {
        long begun = System.nanoTime();
        Decided<D> decided = decider.decide(decisions, handle);
        long decidedAt = System.nanoTime();
        afterDeciding.run();
        if (!decided.writes().isEmpty()) {
            sent = decided.fresh();
            sent.forEach(PendingDecision::send);
            decided.writes().update("commit").run(handle);
        }
        times = new BatchTimes(
                decisions.size(),
                Duration.ofNanos(begun - decisions.getFirst().queuedAt()),
                Duration.ofNanos(decidedAt - begun),
                decided.writes().isEmpty() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - decidedAt));
    }

    /** Of one that is committed. */
    BatchTimes times() {
        return times;
    }

    /** The server has refused, so nothing that was sent in this attempt is committed. */
    void takeBack() {
        sent.forEach(PendingDecision::takeBack);
    }
}
