package dev.corridor.application.operator;

import dev.corridor.application.Page;
import dev.corridor.application.operator.port.Proposals;
import dev.corridor.domain.operator.Proposal;

public final class ListProposalsService implements ListProposals {

    private final Proposals proposals;

    public ListProposalsService(Proposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public Page<Proposal> list(Command command) {
        return proposals.list(command.page());
    }
}
