package dev.corridor.persistence;

import dev.corridor.application.books.Moment;
import dev.corridor.domain.id.TimeOrderedUuid;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/** The time of the books is that of the database, which is the same for all nodes. */
@FunctionalInterface
public interface BooksTime {

    /** What the time of the database means for decisions. */
    Moment at(Instant databaseTime);

    /** The usual one. Milliseconds are what the API can say; identifiers tell microseconds apart. */
    static BooksTime of(RandomGenerator random) {
        return time -> new Moment(time.truncatedTo(ChronoUnit.MILLIS), () -> TimeOrderedUuid.of(time, random.nextLong()));
    }
}
