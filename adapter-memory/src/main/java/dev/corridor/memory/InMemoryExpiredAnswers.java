package dev.corridor.memory;

import dev.corridor.application.idempotency.port.ExpiredAnswers;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import java.time.Instant;
import java.util.Comparator;

/** Removes stored responses. */
final class InMemoryExpiredAnswers implements ExpiredAnswers {

    private final Memory memory;

    InMemoryExpiredAnswers(Memory memory) {
        this.memory = memory;
    }

    @Override
    public int remove(Instant before, int limit) {
        synchronized (memory) {
            var forgotten = memory.answers.values().stream()
                    .filter(answer -> answer.answeredAt().isBefore(before))
                    .sorted(Comparator.comparing(IdempotencyRecord::answeredAt))
                    .limit(limit)
                    .toList();
            forgotten.forEach(answer -> memory.answers.remove(answer.key()));
            return forgotten.size();
        }
    }
}
