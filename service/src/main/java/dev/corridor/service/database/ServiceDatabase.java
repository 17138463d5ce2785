package dev.corridor.service.database;

import dev.corridor.persistence.Migrations;
import dev.corridor.persistence.NewerSchemaException;
import dev.corridor.persistence.ServiceLogin;
import dev.corridor.service.embedded.EmbeddedDatabase;
import dev.corridor.service.settings.DatabaseAddress;
import dev.corridor.service.settings.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;

/** The database of the settings: an external or the embedded one. */
public final class ServiceDatabase implements AutoCloseable {

    private final DatabaseAddress address;
    private final Duration patience;
    private final Runnable stop;
    private final Pulse pulse;

    private ServiceDatabase(DatabaseAddress address, Duration patience, Runnable stop) {
        this.address = address;
        this.patience = patience;
        this.stop = stop;
        this.pulse = new Pulse(() -> address, DatabaseConnections.Admission.OF_ALL);
    }

    /**
     * For the service: starts the embedded database, and migrates.
     *
     * @throws UnusableDatabaseException if the database stays away, is unsafe, belongs to a newer Corridor, or needs other settings
     */
    public static ServiceDatabase start(Settings settings) {
        var database = settings.externalDatabase()
                .map(address -> external(address, settings))
                .orElseGet(() -> embedded(EmbeddedDatabase.start(settings.dataDirectory())));
        try {
            database.migrate();
            new EngineCheck(database.address, database.owner()).require(settings.books(), settings.environment());
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** For tools that read, whether the service runs or not. */
    public static ServiceDatabase attach(Settings settings) {
        return settings.externalDatabase()
                .map(address -> external(address, settings))
                .orElseGet(() -> embedded(EmbeddedDatabase.attach(settings.dataDirectory())));
    }

    /** For tools that write: joins the service's database, or creates one. */
    public static ServiceDatabase open(Settings settings) {
        return settings.externalDatabase()
                .map(address -> external(address, settings))
                .orElseGet(() -> embedded(EmbeddedDatabase.open(settings.dataDirectory())));
    }

    public DatabaseAddress address() {
        return address;
    }

    /**
     * Checks that payments are safe in the database, and migrates the schema. Where the service logs in as its own role, the owner must have done so.
     *
     * @throws UnusableDatabaseException if the database stays away, is unsafe, or belongs to a newer Corridor
     */
    public void migrate() {
        requireSafe();
        try {
            if (!address.isOfTheServiceRole()) {
                Migrations.apply(owner());
            } else if (!Migrations.areApplied(owner())) {
                throw new UnusableDatabaseException(
                        "the database " + address + " is not yet as this Corridor wants it, and its user cannot change it:"
                                + " with the owner's address, `./corridor prepare-database login`");
            }
        } catch (NewerSchemaException e) {
            throw new UnusableDatabaseException("the database " + address + " is of a newer Corridor: " + e.getMessage()
                    + " Run that one. The way back is a backup from before it.", e);
        }
    }

    /**
     * Checks that payments are safe in the database, and makes the role in which the service works, but no tables.
     *
     * @throws UnusableDatabaseException if the database stays away, or is unsafe
     */
    public void prepare() {
        requireSafe();
        Migrations.createServiceRole(owner());
    }

    /**
     * Migrates, and lets the role in which the service works log in by itself, with this password if it could not before.
     *
     * @return the address for the service; empty if it could before
     * @throws UnusableDatabaseException if the database stays away, or is unsafe
     */
    public Optional<DatabaseAddress> prepareLogin(String password) {
        migrate();
        return ServiceLogin.make(owner(), password)
                ? Optional.of(new DatabaseAddress(address.url(), Migrations.SERVICE_ROLE, password))
                : Optional.empty();
    }

    /**
     * Checks that payments are safe in the database. Changes nothing.
     *
     * @throws UnusableDatabaseException if the database stays away, or is unsafe
     */
    public void requireSafe() {
        new SafetyCheck(address, owner(), InstantSource.system()).require(patience);
    }

    /** Unpooled connections of the tables' owner, for tools. Their statements may take as long as they like, while the server answers. */
    public DataSource owner() {
        return new DatabaseConnections(address, Duration.ZERO, new Properties(), pulse);
    }

    @Override
    public void close() {
        pulse.close();
        stop.run();
    }

    /** It may be started at the same time. */
    private static ServiceDatabase external(DatabaseAddress address, Settings settings) {
        return new ServiceDatabase(address, settings.databaseWait(), () -> {});
    }

    private static ServiceDatabase embedded(EmbeddedDatabase database) {
        return new ServiceDatabase(database.address(), Duration.ZERO, database::close);
    }
}
