package dev.corridor.persistence.books;

import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.lane.BatchDecider;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Decides a batch of the use cases' decisions on one {@link BatchState}: each sees what those before it have left. */
final class BooksDecider implements BatchDecider<QueuedDecision<?>> {

    private final BatchSubjects subjects;

    BooksDecider(BatchSubjects subjects) {
        this.subjects = subjects;
    }

    @Override
    public Decided<QueuedDecision<?>> decide(List<QueuedDecision<?>> decisions, Handle handle) {
        var state = subjects.read(decisions.stream().map(QueuedDecision::subjects).toList(), handle);
        var fresh = new ArrayList<QueuedDecision<?>>(decisions.size());
        for (var decision : decisions) {
            if (!decision.isCommitted(handle)) {
                decision.take(state);
                fresh.add(decision);
            }
        }
        var writes = BatchFunctions.WRITE.call(organizationOf(decisions));
        state.write(writes);
        return new Decided<>(fresh, writes.pipeline());
    }

    /** Of any of them: they are of one organization where it matters. */
    private static OrganizationId organizationOf(List<QueuedDecision<?>> decisions) {
        return decisions.getFirst().subjects().organization();
    }

    @Override
    public void prepare(Handle handle) {
        BatchFunctions.ALL.forEach(function -> function.prepare(handle));
    }
}
