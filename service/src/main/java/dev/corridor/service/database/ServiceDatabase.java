package dev.corridor.service.database;

import dev.corridor.persistence.Migrations;
import dev.corridor.service.embedded.EmbeddedDatabase;
import dev.corridor.service.settings.DatabaseAddress;
import dev.corridor.service.settings.Settings;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of the settings: an external or the embedded one. */
public final class ServiceDatabase implements AutoCloseable {

    private static final List<String> DURABILITY_SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final DatabaseAddress address;
    private final Runnable stop;

    private ServiceDatabase(DatabaseAddress address, Runnable stop) {
        this.address = address;
        this.stop = stop;
    }

    /**
     * For the service: starts the embedded database, and migrates.
     *
     * @throws UnusableDatabaseException if the database is unreachable or not durable
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

    /** For tools that read, whether the service runs or not. */
    public static ServiceDatabase attach(Settings settings) {
        return settings.externalDatabase()
                .map(ServiceDatabase::external)
                .orElseGet(() -> embedded(EmbeddedDatabase.attach(settings.dataDirectory())));
    }

    /** For tools that write: joins the service's database, or creates one. */
    public static ServiceDatabase open(Settings settings) {
        return settings.externalDatabase()
                .map(ServiceDatabase::external)
                .orElseGet(() -> embedded(EmbeddedDatabase.open(settings.dataDirectory())));
    }

    public DatabaseAddress address() {
        return address;
    }

    /**
     * Migrates the schema.
     *
     * @throws UnusableDatabaseException if the database is unreachable or not durable
     */
    public void migrate() {
        requireDurability();
        Migrations.apply(owner());
    }

    /** Acknowledged payments must survive a crash, so a database without synchronous commits is refused. */
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

    /** Unpooled connections of the tables' owner, for tools. */
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
