package dev.corridor.service.database;

import dev.corridor.persistence.Migrations;
import dev.corridor.service.settings.DatabaseAddress;
import dev.corridor.service.settings.Settings;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database that the settings name: one that somebody else runs, or the embedded one. */
public final class ServiceDatabase implements AutoCloseable {

    private final DatabaseAddress address;
    private final Runnable stop;

    private ServiceDatabase(DatabaseAddress address, Runnable stop) {
        this.address = address;
        this.stop = stop;
    }

    /** For the service itself: it is the one that runs the embedded database. */
    public static ServiceDatabase start(Settings settings) {
        return settings.externalDatabase()
                .map(ServiceDatabase::external)
                .orElseGet(() -> embedded(EmbeddedDatabase.start(settings.dataDirectory())));
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

    /** Brings the tables up to date. */
    public void migrate() {
        Migrations.apply(owner());
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
