package dev.corridor.application.operator;

import dev.corridor.application.Refuses;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.operator.OperatorSession;
import dev.corridor.domain.operator.Proposal;
import dev.corridor.domain.operator.ProposalId;

/**
 * Approves a proposal, which carries it out, or rejects it. Another operator than the one who has proposed it approves it, and a person who has proved two
 * things: a program's token may propose and reject. What the books refuse is no failure of the approval: the proposal is REFUSED and says why.
 *
 * <p>An invalid request is a proposal that is decided already. An approval that got no answer may be sent again: the money moves once.
 */
public interface DecideProposal {

    @Refuses({NotFound.class, Forbidden.class, InvalidRequest.class})
    Proposal decide(Command command);

    record Command(OperatorSession by, ProposalId proposal, boolean approves, Origin origin) {}
}
