package dev.corridor.application.operator;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.Refuses;
import dev.corridor.domain.operator.Proposal;
import dev.corridor.domain.operator.ProposalId;

/** Operator only: what operators have proposed, newest first. */
public interface ListProposals {

    @Refuses({})
    Page<Proposal> list(Command command);

    record Command(PageRequest<ProposalId> page) {}
}
