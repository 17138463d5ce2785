package dev.corridor.service.database;

import dev.corridor.persistence.Migrations;
import dev.corridor.service.embedded.EmbeddedDatabase;
import dev.corridor.service.settings.DatabaseAddress;
import dev.corridor.service.settings.Settings;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database that the settings name: one that somebody else runs, or the embedded one. */
public final class ServiceDatabase implements AutoCloseable {

    private static final List<String> DURABILITY_SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final DatabaseAddress address;
    private final Runnable stop;

    private ServiceDatabase(DatabaseAddress address, Runnable stop) {
        this.address = address;
        this.stop = stop;
    }

    /**
     * For the service itself: it is the one that runs the embedded database, and that finds the tables up to date.
     *
     * @throws UnusableDatabaseException if the database cannot be reached, or would lose what it has acknowledged
     */
    public static ServiceDatabase start(Settings settings) {
        var database = settings.externalDatabase()
                .map(ServiceDatabase::external)
                .orElseGet(() -> embedded(EmbeddedDatabase.start(settings.dataDirectory())));
        try {
            database.migrate();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** For a tool that reads what is there, whether the service runs or not. */
    public static ServiceDatabase attach(Settings settings) {
        return settings.externalDatabase()
                .map(ServiceDatabase::external)
                .orElseGet(() -> embedded(EmbeddedDatabase.attach(settings.dataDirectory())));
    }

    /** For a tool that writes: joins the service's database if there is one, and creates it if there is none. */
    public static ServiceDatabase open(Settings settings) {
        return settings.externalDatabase()
                .map(ServiceDatabase::external)
                .orElseGet(() -> embedded(EmbeddedDatabase.open(settings.dataDirectory())));
    }

    public DatabaseAddress address() {
        return address;
    }

    /**
     * Brings the tables up to date.
     *
     * @throws UnusableDatabaseException if the database cannot be reached, or would lose what it has acknowledged
     */
    public void migrate() {
        requireDurability();
        Migrations.apply(owner());
    }

    /** An acknowledged payment is on disk: a database that only promises to write is no place for money. */
    private void requireDurability() {
        try (var connection = owner().getConnection();
                var statement = connection.createStatement()) {
            for (var setting : DURABILITY_SETTINGS) {
                var value = statement.executeQuery("show " + setting);
                value.next();
                if (value.getString(1).equals("off")) {
                    throw new UnusableDatabaseException(
                            "the database " + address + " has " + setting + " = off, and would lose payments: switch it on");
                }
            }
        } catch (SQLException e) {
            throw new UnusableDatabaseException("the database " + address + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Connections as the tables' owner, without a pool: for tools. */
    public DataSource owner() {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(address.url());
        dataSource.setUser(address.user());
        dataSource.setPassword(address.password());
        return dataSource;
    }

    @Override
    public void close() {
        stop.run();
    }

    private static ServiceDatabase external(DatabaseAddress address) {
        return new ServiceDatabase(address, () -> {});
    }

    private static ServiceDatabase embedded(EmbeddedDatabase database) {
        return new ServiceDatabase(database.address(), database::close);
    }
}
