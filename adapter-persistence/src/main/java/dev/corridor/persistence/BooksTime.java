package dev.corridor.persistence;

import dev.corridor.application.books.Moment;
import dev.corridor.domain.id.TimeOrderedUuid;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/** Decisions take their time from the database, so that all nodes share one clock. */
@FunctionalInterface
public interface BooksTime {

    Moment at(Instant databaseTime);

    /** The default: milliseconds, as the API prints them; identifiers use the microseconds. */
    static BooksTime of(RandomGenerator random) {
        return time -> new Moment(time.truncatedTo(ChronoUnit.MILLIS), () -> TimeOrderedUuid.of(time, random.nextLong()));
    }
}
