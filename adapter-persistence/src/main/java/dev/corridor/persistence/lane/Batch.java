package dev.corridor.persistence.lane;

import dev.corridor.persistence.lane.BatchDecider.Decided;
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
        Decided<D> decided = decider.decide(decisions, handle);
        afterDeciding.run();
        if (!decided.writes().isEmpty()) {
            sent = decided.fresh();
            sent.forEach(PendingDecision::send);
            decided.writes().update("commit").run(handle);
        }
    }

    /** The server has refused, so nothing that was sent in this attempt is committed. */
    void takeBack() {
        sent.forEach(PendingDecision::takeBack);
    }
}
