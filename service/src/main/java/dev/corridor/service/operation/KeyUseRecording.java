package dev.corridor.service.operation;

import dev.corridor.application.access.RecordKeyUses;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Records when keys were last used: once a minute, which is how precise the moments are. */
@Singleton
final class KeyUseRecording {

    private static final int BATCH = 1_000;

    private final RecordKeyUses recordKeyUses;

    KeyUseRecording(RecordKeyUses recordKeyUses) {
        this.recordKeyUses = recordKeyUses;
    }

    @Scheduled(fixedDelay = "1m", initialDelay = "1m", scheduler = TaskExecutors.SCHEDULED)
    void record() {
        int recorded;
        do {
            recorded = recordKeyUses.record(new RecordKeyUses.Command(BATCH));
        } while (recorded == BATCH);
    }
}
