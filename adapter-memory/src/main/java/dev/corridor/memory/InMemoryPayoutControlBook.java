package dev.corridor.memory;

import dev.corridor.application.transaction.port.PayoutControlBook;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.transaction.PayoutControlsVersion;
import java.util.List;
import java.util.Optional;

final class InMemoryPayoutControlBook implements PayoutControlBook {

    private final Memory memory;

    InMemoryPayoutControlBook(Memory memory) {
        this.memory = memory;
    }

    @Override
    public List<PayoutControlsVersion> newest(int limit) {
        synchronized (memory) {
            return memory.payoutControls.reversed().stream().limit(limit).toList();
        }
    }

    @Override
    public void add(PayoutControlsVersion version, Optional<AuditRecord> record) {
        synchronized (memory) {
            memory.payoutControls.add(version);
            record.ifPresent(memory.auditRecords::add);
        }
    }
}
