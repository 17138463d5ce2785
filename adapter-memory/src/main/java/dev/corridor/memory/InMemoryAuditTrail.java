package dev.corridor.memory;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.audit.port.AuditTrail;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.AuditRecordId;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Set;
import java.util.stream.Collectors;

final class InMemoryAuditTrail implements AuditTrail {

    private final Memory memory;

    InMemoryAuditTrail(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Page<AuditRecord> page(OrganizationId organization, AuditFilter filter, PageRequest<AuditRecordId> request) {
        synchronized (memory) {
            return Memory.page(
                    organization, memory.auditRecords, filter::passes, record -> record.id().uuid(), request.map(AuditRecordId::uuid));
        }
    }

    @Override
    public Set<String> actors(OrganizationId organization, String subject, Set<AuditAction> actions) {
        synchronized (memory) {
            return memory.auditRecords.stream()
                    .filter(organization::owns)
                    .filter(record -> record.subject().equals(subject) && actions.contains(record.action()))
                    .map(AuditRecord::actor)
                    .collect(Collectors.toSet());
        }
    }
}
