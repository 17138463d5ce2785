package dev.corridor.domain.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which records are wanted. What is empty does not matter.
 *
 * @param from the earliest moment
 * @param until the moment before which they were made
 */
public record AuditFilter(Optional<AuditAction> action, Optional<Instant> from, Optional<Instant> until) {

    public boolean passes(AuditRecord record) {
        return action.stream().allMatch(record.action()::equals)
                && from.stream().noneMatch(record.at()::isBefore)
                && until.stream().allMatch(record.at()::isBefore);
    }
}
