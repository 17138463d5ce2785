package dev.corridor.persistence.books;

import dev.corridor.persistence.Pipeline;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Decisions that are taken in one transaction, in two round trips: the first begins, locks and reads what all of them name; then they are
 * taken in memory, one after the other; the second writes what they have recorded, and commits.
 */
final class Batch {

    private final BatchSubjects subjects;
    private final List<PendingDecision<?>> decisions;

    /** Those that are not kept from an earlier attempt, and so were taken in this one. */
    private final List<PendingDecision<?>> taken = new ArrayList<>();

    private boolean sent;

    Batch(BatchSubjects subjects, List<PendingDecision<?>> decisions) {
        this.subjects = subjects;
        this.decisions = decisions;
    }

    /**
     * The commit travels with what it commits. Should anything before it fail, the server does not come to it.
     *
     * @param decided is told that all decisions are taken, before they are written
     */
    void commit(Handle handle, Runnable decided) {
        var writing = take(handle);
        decided.run();
        if (!writing.isEmpty()) {
            taken.forEach(PendingDecision::send);
            sent = true;
            writing.update("commit").run(handle);
        }
    }

    /** The server has said no, so nothing that was sent in this attempt is kept. */
    void takeBack() {
        if (sent) {
            taken.forEach(PendingDecision::takeBack);
        }
    }

    private Pipeline take(Handle handle) {
        var state = subjects.read(decisions.stream().map(PendingDecision::subjects).toList(), handle);
        for (var decision : decisions) {
            if (!isKept(decision, handle)) {
                decision.take(state);
                taken.add(decision);
            }
        }
        var writing = new Pipeline();
        state.write(writing);
        return writing;
    }

    /** Only of a decision that was sent before can this be true. Its accounts are locked again, so whoever sent it has come to an end. */
    private static boolean isKept(PendingDecision<?> decision, Handle handle) {
        return decision.wasSent() && CommitProof.of(decision.changes()).map(evidence -> evidence.isIn(handle)).orElse(false);
    }
}
