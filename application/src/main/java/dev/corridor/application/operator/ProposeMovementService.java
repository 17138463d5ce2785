package dev.corridor.application.operator;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.operator.port.Proposals;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.operator.Proposal;
import dev.corridor.domain.operator.Proposal.Act;
import dev.corridor.domain.operator.ProposalId;
import java.time.InstantSource;
import java.util.Map;

public final class ProposeMovementService implements ProposeMovement {

    private static final AuditAction PROPOSED = new AuditAction("movement.proposed");

    private final Proposals proposals;
    private final Transactions transactions;
    private final TimeOrderedIds ids;
    private final AuditLog audit;
    private final InstantSource clock;

    public ProposeMovementService(
            Proposals proposals, Transactions transactions, TimeOrderedIds ids, AuditLog audit, InstantSource clock) {
        this.proposals = proposals;
        this.transactions = transactions;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Proposal propose(Command command) {
        if (command.amount().isPresent() && command.act() != Act.RETURN) {
            throw new BusinessException(new InvalidRequest("Only a return has an amount."));
        }
        var organization = transactions.owner(command.transaction()).orElseThrow(() -> new BusinessException(new NotFound("Transaction")));
        var proposal = Proposal.open(
                new ProposalId(ids.next()),
                organization,
                command.act(),
                command.transaction(),
                command.amount(),
                command.reason(),
                command.evidence(),
                command.by().name().orElseThrow(),
                clock.instant());
        var details = Map.of("act", command.act().name(), "transaction", command.transaction().toString(), "reason", command.reason());
        proposals.add(
                proposal,
                audit.draw(organization, command.by(), PROPOSED, proposal.id(), details, command.origin(), proposal.proposedAt()));
        return proposal;
    }
}
