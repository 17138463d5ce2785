package dev.corridor.testing;

import dev.corridor.application.TimeOrderedIds;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;

/** The time of a store, and the identifiers that it makes: those that are, until a test has its own. */
public final class MovableTime implements InstantSource, TimeOrderedIds {

    private volatile InstantSource clock = Clock.tickMillis(ZoneOffset.UTC);
    private volatile TimeOrderedIds ids = new SequentialIds();

    public void follow(InstantSource clock, TimeOrderedIds ids) {
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public UUID next() {
        return ids.next();
    }
}
