package dev.corridor.persistence.books;

import dev.corridor.application.DecisionRolledBack;
import dev.corridor.application.books.Changes;
import dev.corridor.application.books.Decision;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.quote.QuoteId;
import java.util.concurrent.CompletableFuture;

/**
 * A decision on its way through a lane, and whoever waits for its answer. It may be taken several times before it is settled; what it came to
 * the last time counts.
 */
final class PendingDecision<R> {

    private final Subjects subjects;
    private final int route;
    private final Decision<R> decision;
    private final CompletableFuture<Outcome<R>> settled = new CompletableFuture<>();

    private Outcome<R> outcome;
    private Changes changes = Changes.NONE;
    private boolean sent;

    private sealed interface Outcome<R> {

        R orThrow();

        record Answer<R>(R answer) implements Outcome<R> {

            @Override
            public R orThrow() {
                return answer;
            }
        }

        record Failure<R>(RuntimeException failure) implements Outcome<R> {

            @Override
            public R orThrow() {
                throw failure;
            }
        }
    }

    PendingDecision(Subjects subjects, Decision<R> decision) {
        this.subjects = subjects;
        this.route = route(subjects);
        this.decision = decision;
    }

    private static int route(Subjects subjects) {
        return subjects.account().map(AccountId::route)
                .or(() -> subjects.quote().map(QuoteId::route))
                .or(() -> subjects.transaction().map(Object::hashCode))
                .or(() -> subjects.idempotencyKey().map(Object::hashCode))
                .orElseGet(() -> subjects.organization().hashCode());
    }

    /** The account's way, as far as one can tell without asking the database: decisions on one account have the same. */
    int route() {
        return route;
    }

    Subjects subjects() {
        return subjects;
    }

    /** Takes the decision in view of what those before it in the batch have left. One that throws leaves nothing. */
    void take(BatchState state) {
        var open = OpenBooks.of(subjects, state);
        changes = Changes.NONE;
        try {
            outcome = new Outcome.Answer<>(decision.take(open));
            changes = open.changes();
            state.keep(changes);
        } catch (RuntimeException e) {
            outcome = new Outcome.Failure<>(e);
        } catch (Error e) {
            outcome = new Outcome.Failure<>(new IllegalStateException("the decision broke down", e));
        }
    }

    /** What it recorded when it was last taken. */
    Changes changes() {
        return changes;
    }

    /** What it recorded goes to the database now. From here on only the database knows whether it is kept. */
    void send() {
        sent = !changes.isEmpty();
    }

    /** The database has said that it keeps nothing of what was sent. */
    void takeBack() {
        sent = false;
    }

    /** Whether what it recorded was on its way to the database, which has not said what became of it: it may be kept already. */
    boolean wasSent() {
        return sent;
    }

    /** Tells what the decision came to: all that it recorded is on disk. */
    void settle() {
        settled.complete(outcome);
    }

    /** Nothing that the decision recorded is kept, and whoever waits is told so; or nobody can find out whether it is. */
    void fail(RuntimeException failure) {
        settled.complete(new Outcome.Failure<>(sent ? failure : new DecisionRolledBack(failure)));
    }

    /** The database is out of reach. */
    void giveUp(RuntimeException failure) {
        settled.complete(new Outcome.Failure<>(sent ? failure : new BusinessException(new ServiceUnavailable())));
    }

    /** Waits until the decision is settled. */
    R await() {
        return settled.join().orThrow();
    }
}
