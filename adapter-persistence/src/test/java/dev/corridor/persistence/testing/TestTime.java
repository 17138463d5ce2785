package dev.corridor.persistence.testing;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.books.Moment;
import dev.corridor.persistence.BooksTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/** The database's time, until a test sets its own. */
public final class TestTime implements BooksTime {

    private volatile BooksTime time = BooksTime.of(new SecureRandom());

    void set(InstantSource clock, TimeOrderedIds ids) {
        time = databaseTime -> new Moment(clock.instant(), ids);
    }

    @Override
    public Moment at(Instant databaseTime) {
        return time.at(databaseTime);
    }
}
