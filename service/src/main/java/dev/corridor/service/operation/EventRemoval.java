package dev.corridor.service.operation;

import dev.corridor.application.feed.port.Events;
import dev.corridor.service.settings.Settings;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Forgets events that nobody is told of any more, in steps that keep nobody waiting. */
@Singleton
final class EventRemoval {

    private static final int BATCH = 10_000;

    private final Events events;
    private final Settings settings;
    private final InstantSource clock;

    EventRemoval(Events events, Settings settings, InstantSource clock) {
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "1m", initialDelay = "1m", scheduler = TaskExecutors.SCHEDULED)
    void remove() {
        var before = clock.instant().minus(settings.feed().retention());
        int forgotten;
        do {
            forgotten = events.forget(before, BATCH);
        } while (forgotten == BATCH);
    }
}
