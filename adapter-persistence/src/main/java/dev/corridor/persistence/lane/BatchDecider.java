package dev.corridor.persistence.lane;

import dev.corridor.persistence.Pipeline;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Decides the decisions of a batch, one after the other, under the locks of what all of them name. */
public interface BatchDecider<D extends PendingDecision> {

    Decided<D> decide(List<D> decisions, Handle handle);

    /** Has a new connection prepare what it will send. */
    void prepare(Handle handle);

    /**
     * @param fresh the decisions that were decided now; an earlier attempt has committed the others
     * @param writes the statements that write what the fresh ones recorded
     */
    record Decided<D extends PendingDecision>(List<D> fresh, Pipeline writes) {}
}
