package dev.corridor.persistence;

import dev.corridor.persistence.feed.EventNumbering;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables, and the rights on them. */
public final class Migrations {

    /**
     * What a connection of the service says first. From then on it can append to the ledger and change nothing in it, whatever the rights
     * of the user who logged in.
     */
    public static final String TAKE_ON_SERVICE_ROLE = "set role corridor_service";

    private Migrations() {}

    /**
     * Brings the database up to date. Several nodes may do so at once: they wait for one another.
     *
     * @param owner connects as the owner of the tables, not in the service's role
     */
    public static void apply(DataSource owner) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(owner)
                .locations("classpath:dev/corridor/persistence/migration")
                .load()
                .migrate();
        EventNumbering.goOn(owner);
    }
}
