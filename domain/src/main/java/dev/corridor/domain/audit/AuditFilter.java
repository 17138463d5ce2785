package dev.corridor.domain.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Selects audit records. An empty condition matches all.
 *
 * @param from inclusive
 * @param until exclusive
 */
public record AuditFilter(Optional<AuditAction> action, Optional<Instant> from, Optional<Instant> until) {

    public boolean passes(AuditRecord record) {
        return action.stream().allMatch(record.action()::equals)
                && from.stream().noneMatch(record.at()::isBefore)
                && until.stream().allMatch(record.at()::isBefore);
    }
}
