package dev.corridor.benchmarks.corridor;

import dev.corridor.benchmarks.machine.BenchException;
import dev.corridor.benchmarks.machine.Usage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The PostgreSQL server of both sides, as the owner of its database.
 *
 * @param processId of the server's main process, if it runs on this machine
 */
public record Postgres(String host, int port, String database, String user, String password, OptionalLong processId) {

    private static final int DEFAULT_PORT = 5432;
    private static final int PROCESS_ID_LINE = 0;
    private static final int PORT_LINE = 3;

    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final List<String> OTHER_SETTINGS = List.of("wal_sync_method", "shared_buffers", "max_wal_size", "max_connections");

    /** Reserved for superusers and for the benchmark's own queries. */
    private static final int SPARE_SESSIONS = 10;

    /** {@code postgres://user:password@host:port/database}. */
    public static Postgres parse(String url) {
        var uri = URI.create(url);
        var userInfo = uri.getUserInfo() == null ? new String[0] : uri.getUserInfo().split(":", 2);
        if (userInfo.length != 2 || uri.getHost() == null || uri.getPath().length() < 2) {
            throw new BenchException("--database expects postgres://user:password@host:port/database");
        }
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return new Postgres(uri.getHost(), port, uri.getPath().substring(1), userInfo[0], userInfo[1], OptionalLong.empty());
    }

    /** The embedded server of a data directory. Sources: {@code postmaster.pid} in the PostgreSQL manual, and Corridor's own. */
    public static Postgres embeddedIn(Path dataDirectory) {
        try {
            var postmaster = Files.readAllLines(dataDirectory.resolve("postgres").resolve("postmaster.pid"));
            return new Postgres(
                    "127.0.0.1",
                    Integer.parseInt(postmaster.get(PORT_LINE).strip()),
                    "corridor",
                    "corridor",
                    Files.readString(dataDirectory.resolve("postgres.password")).strip(),
                    OptionalLong.of(Long.parseLong(postmaster.get(PROCESS_ID_LINE).strip())));
        } catch (IOException e) {
            throw new BenchException("no PostgreSQL runs in " + dataDirectory, e);
        }
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + host + ":" + port + "/" + database, user, password);
    }

    /** The environment variables of PostgreSQL's programs. */
    public Map<String, String> environment() {
        return Map.of(
                "PGHOST", host,
                "PGPORT", String.valueOf(port),
                "PGDATABASE", database,
                "PGUSER", user,
                "PGPASSWORD", password);
    }

    public void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new BenchException("PostgreSQL refused", e);
        }
    }

    /** The result of a query with a single number. */
    public long number(String sql) {
        return Long.parseLong(text(sql));
    }

    /** How many more clients can connect. */
    public int freeSessions() {
        long free = number("select current_setting('max_connections')::integer - count(*) from pg_stat_activity"
                + " where backend_type = 'client backend'");
        return (int) Math.max(1, free - SPARE_SESSIONS);
    }

    /** @throws BenchException if commits would not be durable, which would make all figures meaningless */
    public void requireDurability() {
        for (var setting : DURABILITY) {
            if (!text("show " + setting).equals("on")) {
                throw new BenchException("PostgreSQL runs with " + setting + "=" + text("show " + setting) + ", and both sides need it on");
            }
        }
    }

    public String describe() {
        var text = new StringBuilder("PostgreSQL " + text("show server_version") + ":");
        DURABILITY.forEach(setting -> text.append(' ').append(setting).append('=').append(text("show " + setting)));
        OTHER_SETTINGS.forEach(setting -> text.append(' ').append(setting).append('=').append(text("show " + setting)));
        return text.toString();
    }

    /** Of the server's current processes; nothing if it runs elsewhere. */
    public Usage usage() {
        return Usage.of(processId.stream()
                .boxed()
                .flatMap(id -> ProcessHandle.of(id).stream())
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid));
    }

    /** Omits the password. */
    @Override
    public String toString() {
        return "PostgreSQL on " + host + ":" + port + "/" + database;
    }

    /** The result of a query with a single value. */
    public String text(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new BenchException("PostgreSQL refused", e);
        }
    }
}
