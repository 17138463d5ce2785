package dev.corridor.service.operation;

import dev.corridor.application.access.port.Allowances;
import dev.corridor.persistence.access.PostgresAllowances;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Removes what was counted long ago and would be full again, in steps that keep nobody waiting, where the database counts. */
@Singleton
final class AllowanceRemoval {

    private static final int BATCH = 1_000;

    private final Allowances allowances;

    AllowanceRemoval(Allowances allowances) {
        this.allowances = allowances;
    }

    @Scheduled(fixedDelay = "1m", initialDelay = "1m", scheduler = TaskExecutors.SCHEDULED)
    void remove() {
        if (allowances instanceof PostgresAllowances shared) {
            int removed;
            do {
                removed = shared.removeExpired(BATCH);
            } while (removed == BATCH);
        }
    }
}
