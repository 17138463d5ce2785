package dev.corridor.service.operation;

import dev.corridor.application.market.port.Ticks;
import dev.corridor.service.settings.Settings;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Removes ticks that are too old, a day at a time. */
@Singleton
final class TickRemoval {

    private final Ticks ticks;
    private final Settings settings;
    private final InstantSource clock;

    TickRemoval(Ticks ticks, Settings settings, InstantSource clock) {
        this.ticks = ticks;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "2m", scheduler = TaskExecutors.SCHEDULED)
    void remove() {
        var before = clock.instant().minus(settings.rates().keptFor());
        boolean isMore;
        do {
            isMore = ticks.removeOldestDay(before);
        } while (isMore);
    }
}
