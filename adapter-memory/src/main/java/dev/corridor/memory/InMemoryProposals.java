package dev.corridor.memory;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.operator.port.Proposals;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.operator.Proposal;
import dev.corridor.domain.operator.ProposalId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

final class InMemoryProposals implements Proposals {

    private final Memory memory;
    private final Map<String, Proposal> proposals = new TreeMap<>();

    InMemoryProposals(Memory memory) {
        this.memory = memory;
    }

    @Override
    public void add(Proposal proposal, AuditRecord record) {
        synchronized (memory) {
            proposals.put(proposal.id().toString(), proposal);
            memory.auditRecords.add(record);
        }
    }

    @Override
    public Optional<Proposal> find(ProposalId id) {
        synchronized (memory) {
            return Optional.ofNullable(proposals.get(id.toString()));
        }
    }

    @Override
    public Page<Proposal> list(PageRequest<ProposalId> page) {
        synchronized (memory) {
            var newestFirst = new TreeMap<>(proposals).descendingMap();
            var found = newestFirst.values().stream()
                    .filter(proposal -> page.after().filter(after -> proposal.id().toString().compareTo(after.toString()) >= 0).isEmpty())
                    .limit(page.limit() + 1L)
                    .toList();
            return Page.of(found, page.limit());
        }
    }

    @Override
    public Proposal change(ProposalId id, Function<Proposal, Change> change) {
        synchronized (memory) {
            var changed = change.apply(find(id).orElseThrow(() -> new IllegalStateException("there is no proposal " + id)));
            proposals.put(id.toString(), changed.proposal());
            memory.auditRecords.addAll(changed.records());
            return changed.proposal();
        }
    }
}
