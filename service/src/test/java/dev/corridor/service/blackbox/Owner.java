package dev.corridor.service.blackbox;

import dev.corridor.service.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Who owns the database, and may do in it what the service must not. */
final class Owner implements AutoCloseable {

    private final EmbeddedDatabase database;
    private final Connection connection;

    private Owner(EmbeddedDatabase database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    /** Whether a service runs on the directory or not. */
    static Owner ofDatabaseIn(Path dataDirectory) throws SQLException {
        var database = EmbeddedDatabase.attach(dataDirectory);
        var address = database.address();
        return new Owner(database, DriverManager.getConnection(address.url(), address.user(), address.password()));
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String tableWithCondition) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + tableWithCondition)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
