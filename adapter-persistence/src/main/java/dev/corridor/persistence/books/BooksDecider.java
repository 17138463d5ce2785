package dev.corridor.persistence.books;

import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.lane.BatchDecider;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Decides a batch of the use cases' decisions on one {@link BatchState}: each sees what those before it have left. */
final class BooksDecider implements BatchDecider<QueuedDecision<?>> {

    private final BatchSubjects subjects;
    private final BatchScope scope;

    BooksDecider(BatchSubjects subjects, BatchScope scope) {
        this.subjects = subjects;
        this.scope = scope;
    }

    @Override
    public Decided<QueuedDecision<?>> decide(List<QueuedDecision<?>> decisions, Handle handle) {
        // Any of them: it is the only one where that matters.
        var organization = decisions.getFirst().subjects().organization();
        var state = subjects.read(
                decisions.stream().map(QueuedDecision::subjects).toList(), BatchFunctions.reading(scope, organization), handle);
        var fresh = new ArrayList<QueuedDecision<?>>(decisions.size());
        for (var decision : decisions) {
            if (!decision.isCommitted(handle)) {
                decision.take(state);
                fresh.add(decision);
            }
        }
        var writes = BatchFunctions.writing(scope, organization);
        state.write(writes);
        return new Decided<>(fresh, writes.pipeline());
    }

    @Override
    public void prepare(Handle handle) {
        BatchFunctions.prepare(scope, handle);
    }
}
