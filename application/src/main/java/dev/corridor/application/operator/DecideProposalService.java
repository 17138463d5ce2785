package dev.corridor.application.operator;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.idempotency.AnsweredBefore;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.operator.port.Proposals;
import dev.corridor.application.operator.port.Proposals.Change;
import dev.corridor.application.transaction.DecidePayout;
import dev.corridor.application.transaction.DecidePayout.Verdict;
import dev.corridor.application.transaction.ReverseTransaction;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.idempotency.Fingerprint;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.operator.Proposal;
import dev.corridor.domain.operator.Proposal.Outcome;
import dev.corridor.domain.operator.Proposal.State;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * The approval is kept first, then carried out under an idempotency key of the proposal, then what became of it is kept. Wherever a node dies, the same approval
 * finds out how far it has come.
 */
public final class DecideProposalService implements DecideProposal {

    private static final AuditAction APPROVED = new AuditAction("movement.approved");
    private static final AuditAction REJECTED = new AuditAction("movement.rejected");

    /** Begins what is remembered of a refusal; of a movement it is the transaction's id. */
    private static final String REFUSED = "refused ";

    private final Proposals proposals;
    private final ReverseTransaction reverseTransaction;
    private final DecidePayout decidePayout;
    private final Environment environment;
    private final AuditLog audit;
    private final InstantSource clock;

    public DecideProposalService(
            Proposals proposals,
            ReverseTransaction reverseTransaction,
            DecidePayout decidePayout,
            Environment environment,
            AuditLog audit,
            InstantSource clock) {
        this.proposals = proposals;
        this.reverseTransaction = reverseTransaction;
        this.decidePayout = decidePayout;
        this.environment = environment;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Proposal decide(Command command) {
        var known = proposals.find(command.proposal()).orElseThrow(() -> new BusinessException(new NotFound("Proposal")));
        if (command.approves() && command.by().program().isPresent()) {
            throw new BusinessException(new Forbidden("A program proposes: approve it with the token of a login."));
        }
        var decided = proposals.change(known.id(), proposal -> decide(proposal, command));
        return decided.state() == State.APPROVED ? carryOut(decided, command) : decided;
    }

    private Change decide(Proposal proposal, Command command) {
        var now = clock.instant();
        var by = command.by().operator();
        var decided = command.approves() ? proposal.approve(by, now) : proposal.reject(by, now);
        if (decided.equals(proposal)) {
            return new Change(proposal, List.of());
        }
        var record = audit.draw(
                proposal.organization(),
                Operator.named(by),
                command.approves() ? APPROVED : REJECTED,
                proposal.id(),
                Map.of("act", proposal.act().name(), "proposedBy", proposal.proposedBy().value()),
                command.origin(),
                now);
        return new Change(decided, List.of(record));
    }

    private Proposal carryOut(Proposal approved, Command command) {
        var outcome = outcome(approved, command);
        return proposals.change(approved.id(), proposal -> new Change(proposal.end(outcome), List.of()));
    }

    private static Outcome remembered(String answer) {
        return answer.startsWith(REFUSED) ? new Outcome.Refused(answer.substring(REFUSED.length())) : new Outcome.Done(TransactionId.parse(answer));
    }

    /** One name for the proposal, whoever carries it out and on whichever node. */
    private static Once.Request request(Proposal approved) {
        var key = new IdempotencyKey(approved.organization(), approved.id().toString(), "APPROVE", "proposals");
        return new Once.Request(key, Fingerprint.of(Map.of(), Map.of()), approved.decision().orElseThrow().at());
    }

    private Outcome outcome(Proposal approved, Command command) {
        try {
            return new Outcome.Done(move(approved, command).id());
        } catch (AnsweredBefore before) {
            return remembered(before.remembered().answer());
        } catch (BusinessException refusal) {
            if (!Once.keeps(refusal.error())) {
                throw refusal;
            }
            return new Outcome.Refused(refusal.error().code());
        }
    }

    private Transaction move(Proposal approved, Command command) {
        var decision = approved.decision().orElseThrow();
        var by = Operator.named(decision.by());
        var once = Once.<Transaction>perKey(request(approved), moved -> moved.id().toString(), error -> REFUSED + error.code());
        var evidence = approved.id() + " of " + approved.proposedBy() + ": " + approved.evidence();
        return switch (approved.act()) {
            case REVERSE -> reverseTransaction.reverse(new ReverseTransaction.Command(
                    by.callerFor(approved.organization(), environment), approved.transaction(), approved.reason(), evidence, command.origin(), once));
            case SETTLE -> end(approved, by, Verdict.SETTLE, evidence, command, once);
            case DECLINE -> end(approved, by, Verdict.DECLINE, evidence, command, once);
            case RETURN -> end(approved, by, Verdict.RETURN, evidence, command, once);
        };
    }

    private Transaction end(
            Proposal approved, Operator by, Verdict verdict, String evidence, Command command, Once<Transaction> once) {
        return decidePayout.decide(new DecidePayout.Command(
                by, environment, approved.transaction(), verdict, approved.amount(), evidence, command.origin(), once));
    }
}
