package dev.corridor.persistence.quote;

import dev.corridor.application.quote.port.UnusedQuotes;
import dev.corridor.persistence.Database;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Goes through the quotes in the order of their ids, which is that of their time, and remembers how far it has come. */
public final class PostgresUnusedQuotes implements UnusedQuotes {

    private final Jdbi jdbi;

    public PostgresUnusedQuotes(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public boolean removeSome(LocalDate before) {
        return jdbi.withHandle(handle -> handle.createQuery("select remove_unused_quotes(:before)")
                .bind("before", before)
                .mapTo(Boolean.class)
                .one());
    }
}
