package dev.corridor.service.blackbox;

import dev.corridor.persistence.books.verify.BooksVerifier;
import dev.corridor.persistence.books.verify.Difference;
import dev.corridor.service.embedded.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** The database's owner, whose privileges the service lacks. */
final class Owner implements AutoCloseable {

    private final EmbeddedDatabase database;
    private final Connection connection;

    private Owner(EmbeddedDatabase database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    /** Works whether a service runs on the directory or not. */
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

    /** A server process of one of the service's sessions. */
    long anySession() throws SQLException {
        var others = """
                select pid from pg_stat_activity
                where backend_type = 'client backend' and pid <> pg_backend_pid() order by state = 'active' desc, random() limit 1
                """;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(others)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Differences that the verifier finds in the books. */
    List<Difference> differences() {
        var address = database.address();
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(address.url());
        dataSource.setUser(address.user());
        dataSource.setPassword(address.password());
        var differences = new ArrayList<Difference>();
        new BooksVerifier(dataSource).verify(differences::add);
        return differences;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
