package dev.corridor.domain.operator;

import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A movement of money that one operator proposes and another one decides. What is decided stays decided. An approval is kept before it is carried out, and
 * carrying it out takes effect once: when a node dies in between, the same approval goes on.
 *
 * @param amount of a return, in major units of the payout's asset; empty for all that is out, and for other acts
 * @param reason why
 * @param evidence by what it is known
 * @param decision empty while nobody has decided
 * @param outcome of carrying it out; empty until then, and for what was rejected
 */
public record Proposal(
        ProposalId id,
        OrganizationId organization,
        Act act,
        TransactionId transaction,
        Optional<String> amount,
        String reason,
        String evidence,
        OperatorName proposedBy,
        Instant proposedAt,
        Optional<Decision> decision,
        Optional<Outcome> outcome) {

    /** An approval that was not carried out by then is not any more: the books have forgotten by then that it was, if it was. */
    public static final Duration CARRIED_OUT_WITHIN = Duration.ofHours(24);

    /** What is done to the transaction. */
    public enum Act {
        /** A trade is undone. */
        REVERSE,
        /** A fiat payout is completed on the bank's word. */
        SETTLE,
        /** A fiat payout is declined on the bank's word. */
        DECLINE,
        /** Money of a payout has come back. */
        RETURN
    }

    /** How far it has come. */
    public enum State {
        OPEN,
        REJECTED,
        /** Decided, and about to be carried out. */
        APPROVED,
        /** Carried out. */
        DONE,
        /** Approved, but the books say no: nothing has moved. */
        REFUSED
    }

    public record Decision(OperatorName by, boolean approves, Instant at) {}

    /** What became of it. */
    public sealed interface Outcome {

        /** @param transaction that moved the money, or the payout that has ended */
        record Done(TransactionId transaction) implements Outcome {}

        /** @param code of the error */
        record Refused(String code) implements Outcome {}
    }

    public static Proposal open(
            ProposalId id,
            OrganizationId organization,
            Act act,
            TransactionId transaction,
            Optional<String> amount,
            String reason,
            String evidence,
            OperatorName by,
            Instant now) {
        return new Proposal(
                id, organization, act, transaction, amount, reason, evidence, by, now, Optional.empty(), Optional.empty());
    }

    public State state() {
        if (outcome.isPresent()) {
            return outcome.get() instanceof Outcome.Done ? State.DONE : State.REFUSED;
        }
        return decision.map(decided -> decided.approves() ? State.APPROVED : State.REJECTED).orElse(State.OPEN);
    }

    /** By another operator than the one who has proposed it. Who has approved it and got no answer may approve it again. */
    public Proposal approve(OperatorName by, Instant now) {
        if (by.equals(proposedBy)) {
            throw new BusinessException(new Forbidden("Another operator must approve what you have proposed."));
        }
        return switch (state()) {
            case OPEN -> decided(new Decision(by, true, now));
            case APPROVED -> goOn(now);
            case REJECTED, DONE, REFUSED -> throw isDecided();
        };
    }

    private Proposal goOn(Instant now) {
        if (!now.isBefore(decision.orElseThrow().at().plus(CARRIED_OUT_WITHIN))) {
            throw new BusinessException(new InvalidRequest(
                    "It was approved too long ago to be carried out. Look at the transaction, and propose again what is still to be done."));
        }
        return this;
    }

    /** Also by the operator who has proposed it, who takes it back. */
    public Proposal reject(OperatorName by, Instant now) {
        if (state() != State.OPEN) {
            throw isDecided();
        }
        return decided(new Decision(by, false, now));
    }

    /** What has moved has moved, whatever another attempt says about it. */
    public Proposal end(Outcome reached) {
        if (state() == State.DONE) {
            return this;
        }
        return new Proposal(
                id, organization, act, transaction, amount, reason, evidence, proposedBy, proposedAt, decision, Optional.of(reached));
    }

    private Proposal decided(Decision taken) {
        return new Proposal(
                id, organization, act, transaction, amount, reason, evidence, proposedBy, proposedAt, Optional.of(taken), Optional.empty());
    }

    private BusinessException isDecided() {
        return new BusinessException(new InvalidRequest("The proposal is " + state() + "; only an OPEN one is decided."));
    }
}
