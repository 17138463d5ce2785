package dev.corridor.memory;

import dev.corridor.application.idempotency.port.ExpiredAnswers;
import java.time.Instant;

/** Removes stored responses. */
final class InMemoryExpiredAnswers implements ExpiredAnswers {

    private final Memory memory;

    InMemoryExpiredAnswers(Memory memory) {
        this.memory = memory;
    }

    @Override
    public void remove(Instant now) {
        synchronized (memory) {
            memory.answers.values().removeIf(answer -> answer.isForgottenAt(now));
        }
    }
}
