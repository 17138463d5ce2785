package dev.corridor.memory;

import dev.corridor.application.fee.port.FeeSchedules;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.fee.FeeScheduleVersion;
import dev.corridor.domain.organization.OrganizationId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

final class InMemoryFeeSchedules implements FeeSchedules {

    private final Memory memory;

    InMemoryFeeSchedules(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Map<FeeKey, FeeSchedule> current(OrganizationId organization, List<FeeKey> keys) {
        synchronized (memory) {
            return keys.stream().distinct().collect(Collectors.toMap(key -> key, key -> memory.feeSchedule(organization, key)));
        }
    }

    @Override
    public List<FeeScheduleVersion> newest(int limit) {
        synchronized (memory) {
            return memory.feeSchedules.reversed().stream().limit(limit).toList();
        }
    }

    @Override
    public void add(FeeScheduleVersion version, Optional<AuditRecord> record) {
        synchronized (memory) {
            memory.feeSchedules.add(version);
            record.ifPresent(memory.auditRecords::add);
        }
    }
}
