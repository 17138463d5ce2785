package dev.corridor.service.operation;

import dev.corridor.application.idempotency.port.ExpiredAnswers;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Removes answers that are too old to be given again, in steps that keep nobody waiting. */
@Singleton
final class AnswerRemoval {

    private static final int BATCH = 1_000;

    private final ExpiredAnswers answers;
    private final InstantSource clock;

    AnswerRemoval(ExpiredAnswers answers, InstantSource clock) {
        this.answers = answers;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "1m", initialDelay = "1m", scheduler = TaskExecutors.SCHEDULED)
    void remove() {
        var before = clock.instant().minus(IdempotencyRecord.KEPT_FOR);
        int removed;
        do {
            removed = answers.remove(before, BATCH);
        } while (removed == BATCH);
    }
}
