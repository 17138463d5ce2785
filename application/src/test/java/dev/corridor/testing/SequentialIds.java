package dev.corridor.testing;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.domain.id.TimeOrderedUuid;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Increasing identifiers, all of {@link Fixtures#NOON}. */
public final class SequentialIds implements TimeOrderedIds {

    /** The rest tells instances apart. */
    private static final int RANDOM_BITS = 42;

    private final AtomicLong count = new AtomicLong();

    @Override
    public UUID next() {
        return TimeOrderedUuid.of(Fixtures.NOON, count.getAndIncrement() << RANDOM_BITS | ThreadLocalRandom.current().nextLong(1L << RANDOM_BITS));
    }
}
