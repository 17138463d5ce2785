package dev.corridor.persistence;

import dev.corridor.persistence.feed.EventNumbering;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** Creates and upgrades the schema and its privileges. */
public final class Migrations {

    /** In which the service works. */
    public static final String SERVICE_ROLE = "corridor_service";

    /** Run on every new connection of the service. From then on the ledger is append-only, whatever the login user's privileges. */
    public static final String TAKE_ON_SERVICE_ROLE = "set role " + SERVICE_ROLE;

    private Migrations() {}

    /**
     * Migrates the database. Safe to run on several nodes at once: they wait for each other.
     *
     * @param owner connects as the owner of the tables, not in the service's role
     * @throws NewerSchemaException if a newer program has migrated it; nothing is changed
     */
    public static void apply(DataSource owner) {
        var flyway = flyway(owner);
        requireKnown(flyway.info());
        flyway.migrate();
        Database.on(owner).useTransaction(DatabaseFunctions::makeMissing);
        EventNumbering.goOn(owner);
    }

    private static Flyway flyway(DataSource owner) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(owner)
                .locations("classpath:dev/corridor/persistence/migration")
                .load();
    }

    /**
     * How many migrations the next start would run. Changes nothing.
     *
     * @throws NewerSchemaException if a newer program has migrated the database
     */
    public static int pending(DataSource owner) {
        var migrations = flyway(owner).info();
        requireKnown(migrations);
        return migrations.pending().length;
    }

    /**
     * Whether there is nothing for {@link #apply} to do. Changes nothing.
     *
     * @throws NewerSchemaException if a newer program has migrated the database
     */
    public static boolean areApplied(DataSource anybody) {
        return pending(anybody) == 0
                && Database.on(anybody).withHandle(DatabaseFunctions::areMade)
                && EventNumbering.isOfThisServer(anybody);
    }

    /** The first migration alone, unrecorded: before the tables are restored from a dump, whose grants name the role. Safe to repeat. */
    public static void createServiceRole(DataSource owner) {
        try (var migration = Migrations.class.getResourceAsStream("migration/V1__the_service_role.sql");
                var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the role of the service cannot be made: " + e.getMessage(), e);
        }
    }

    private static void requireKnown(MigrationInfoService migrations) {
        var newest = migrations.current();
        if (newest != null && newest.getState() == MigrationState.FUTURE_SUCCESS) {
            var known = Arrays.stream(migrations.all()).filter(each -> each.getState().isResolved()).toList();
            throw new NewerSchemaException(newest.getVersion().toString(), known.getLast().getVersion().toString());
        }
    }
}
