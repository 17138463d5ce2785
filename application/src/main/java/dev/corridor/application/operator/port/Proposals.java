package dev.corridor.application.operator.port;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.operator.Proposal;
import dev.corridor.domain.operator.ProposalId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The store of what operators propose, of all organizations. */
public interface Proposals {

    void add(Proposal proposal, AuditRecord record);

    Optional<Proposal> find(ProposalId id);

    /** Newest first. */
    Page<Proposal> list(PageRequest<ProposalId> page);

    /**
     * Changes a proposal under a row lock, so of two decisions one finds the other. All of the change commits atomically; if it throws, nothing is kept.
     *
     * @throws IllegalStateException if there is no such proposal
     */
    Proposal change(ProposalId id, Function<Proposal, Change> change);

    record Change(Proposal proposal, List<AuditRecord> records) {}
}
