package dev.corridor.service.operation;

import dev.corridor.application.user.port.Sessions;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets revoked tokens that have expired, in steps that keep nobody waiting. */
@Singleton
final class TokenRemoval {

    private static final int BATCH = 1_000;

    /** The clocks of the nodes differ a little: a token is forgotten when it is over by all of them. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final Sessions sessions;
    private final InstantSource clock;

    TokenRemoval(Sessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "1m", initialDelay = "1m", scheduler = TaskExecutors.SCHEDULED)
    void remove() {
        var before = clock.instant().minus(MARGIN);
        int removed;
        do {
            removed = sessions.removeExpired(before, BATCH);
        } while (removed == BATCH);
    }
}
