package dev.corridor.persistence.books;

import dev.corridor.application.DecisionRolledBack;
import dev.corridor.application.books.Changes;
import dev.corridor.application.books.Decision;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.persistence.lane.PendingDecision;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jdbi.v3.core.Handle;

/** A decision of a use case in its lane, and the caller that waits for the answer. */
final class QueuedDecision<R> implements PendingDecision {

    private final Subjects subjects;
    private final int route;
    private final long queuedAt = System.nanoTime();
    private final Decision<R> decision;
    private final Optional<Executor> answers;
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

    /** Of a caller that waits. */
    QueuedDecision(Subjects subjects, Decision<R> decision) {
        this(subjects, decision, Optional.empty());
    }

    QueuedDecision(Subjects subjects, Decision<R> decision, Optional<Executor> answers) {
        this.answers = answers;
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

    /** The route of its account, as far as the ids tell it without a look-up. */
    @Override
    public int route() {
        return route;
    }

    @Override
    public Optional<AccountId> account() {
        return subjects.account();
    }

    @Override
    public long queuedAt() {
        return queuedAt;
    }

    @Override
    public OrganizationId organization() {
        return subjects.organization();
    }

    Subjects subjects() {
        return subjects;
    }

    /**
     * Whether an earlier attempt has committed it. Only a decision that was sent can be. Its accounts are locked again, so the earlier attempt
     * has ended, one way or the other.
     */
    boolean isCommitted(Handle handle) {
        return sent && CommitProof.of(changes).map(proof -> proof.isIn(handle)).orElse(false);
    }

    /** Takes the decision on what those before it in the batch have left. A decision that throws records nothing, and of who is moving none is taken. */
    void take(BatchState state) {
        changes = Changes.NONE;
        if (state.isAway(subjects.organization())) {
            outcome = new Outcome.Failure<>(new BusinessException(ServiceUnavailable.moving()));
            return;
        }
        try {
            var open = OpenBooks.of(subjects, state);
            outcome = new Outcome.Answer<>(decision.take(open));
            changes = open.changes();
            state.keep(changes);
        } catch (RuntimeException e) {
            outcome = new Outcome.Failure<>(e);
        } catch (Error e) {
            outcome = new Outcome.Failure<>(new IllegalStateException("the decision broke down", e));
        }
    }

    @Override
    public void send() {
        sent = !changes.isEmpty();
    }

    @Override
    public void takeBack() {
        sent = false;
    }

    @Override
    public boolean wasSent() {
        return sent;
    }

    @Override
    public Optional<Executor> answers() {
        return answers;
    }

    @Override
    public void settle() {
        settled.complete(outcome);
    }

    @Override
    public void fail(RuntimeException failure) {
        end(sent ? failure : new DecisionRolledBack(failure));
    }

    @Override
    public void giveUp(RuntimeException failure) {
        end(sent ? failure : new BusinessException(ServiceUnavailable.outage()));
    }

    private void end(RuntimeException failure) {
        answers.orElse(Runnable::run).execute(() -> settled.complete(new Outcome.Failure<>(failure)));
    }

    /** Waits until the decision is settled. */
    R await() {
        return settled.join().orThrow();
    }

    CompletionStage<R> stage() {
        return settled.thenApply(Outcome::orThrow);
    }
}
