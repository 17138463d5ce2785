package dev.corridor.persistence;

import dev.corridor.application.books.SettledTime;
import java.time.Instant;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresSettledTime implements SettledTime {

    private final Jdbi jdbi;
    private final BooksTime time;

    public PostgresSettledTime(DataSource dataSource, BooksTime time) {
        this.jdbi = Database.forRequestsOn(dataSource);
        this.time = time;
    }

    @Override
    public Instant await() {
        return time.at(jdbi.withHandle(DatabaseTime::settled)).now();
    }
}
