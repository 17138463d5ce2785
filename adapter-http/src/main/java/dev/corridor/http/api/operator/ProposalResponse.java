package dev.corridor.http.api.operator;

import dev.corridor.domain.operator.Proposal;
import dev.corridor.domain.operator.Proposal.Decision;
import dev.corridor.domain.operator.Proposal.Outcome;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What an operator has proposed, and what became of it.
 *
 * @param movedTransactionId that moved the money, or the payout that has ended; null until then
 * @param refusal the code of the books' refusal of what was approved; null if there is none
 */
@Serdeable
record ProposalResponse(
        @Literal("proposal") String object,
        String proposalId,
        String organizationId,
        String state,
        String act,
        String transactionId,
        @Nullable String amount,
        String reason,
        String evidence,
        String proposedBy,
        String proposedAt,
        @Nullable String decidedBy,
        @Nullable String decidedAt,
        @Nullable String movedTransactionId,
        @Nullable String refusal) {

    static ProposalResponse of(Proposal proposal) {
        return new ProposalResponse(
                "proposal",
                proposal.id().toString(),
                proposal.organization().toString(),
                proposal.state().name(),
                proposal.act().name(),
                proposal.transaction().toString(),
                proposal.amount().orElse(null),
                proposal.reason(),
                proposal.evidence(),
                proposal.proposedBy().value(),
                Timestamp.format(proposal.proposedAt()),
                proposal.decision().map(decision -> decision.by().value()).orElse(null),
                proposal.decision().map(Decision::at).map(Timestamp::format).orElse(null),
                proposal.outcome().map(outcome -> outcome instanceof Outcome.Done done ? done.transaction().toString() : null).orElse(null),
                proposal.outcome().map(outcome -> outcome instanceof Outcome.Refused refused ? refused.code() : null).orElse(null));
    }
}
