package dev.corridor.persistence;

import dev.corridor.persistence.feed.EventNumbering;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Creates and upgrades the schema and its privileges. */
public final class Migrations {

    /** Run on every new connection of the service. From then on the ledger is append-only, whatever the login user's privileges. */
    public static final String TAKE_ON_SERVICE_ROLE = "set role corridor_service";

    private Migrations() {}

    /**
     * Migrates the database. Safe to run on several nodes at once: they wait for each other.
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
