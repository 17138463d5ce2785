package dev.corridor.service.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.service.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests share a data directory, because creating one takes seconds. Each stops its server. */
class EmbeddedDatabaseTest {

    @TempDir
    private static Path parent;

    private static Path dataDirectory() {
        return parent.resolve("a data directory");
    }

    @Test
    void a_commit_is_on_disk_before_it_is_answered() throws SQLException {
        try (var database = EmbeddedDatabase.start(dataDirectory());
                var connection = connect(database)) {

            assertThat(ask(connection, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(connection, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(connection, "SHOW full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void only_this_machine_and_only_the_owner_gets_in() throws SQLException, IOException {
        try (var database = EmbeddedDatabase.start(dataDirectory());
                var connection = connect(database)) {

            assertThat(ask(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(connection, "SHOW unix_socket_directories")).isEmpty();
            assertThat(ask(connection, "SELECT string_agg(DISTINCT auth_method, ' ') FROM pg_hba_file_rules")).isEqualTo("scram-sha-256");
            assertThatThrownBy(() -> DriverManager.getConnection(database.address().url(), database.address().user(), "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(permissions(dataDirectory())).isEqualTo("rwx------");
            assertThat(permissions(dataDirectory().resolve("postgres"))).isEqualTo("rwx------");
            assertThat(permissions(dataDirectory().resolve("postgres.password"))).isEqualTo("rw-------");
            assertThat(database.address().toString()).doesNotContain(database.address().password());
        }
    }

    @Test
    void a_restart_finds_what_was_written() throws SQLException {
        String cluster;
        try (var database = EmbeddedDatabase.start(dataDirectory());
                var connection = connect(database)) {
            cluster = ask(connection, "SELECT system_identifier FROM pg_control_system()");
            execute(connection, "CREATE TABLE kept AS SELECT 42 AS answer");
        }

        try (var database = EmbeddedDatabase.start(dataDirectory());
                var connection = connect(database)) {

            assertThat(ask(connection, "SELECT system_identifier FROM pg_control_system()")).isEqualTo(cluster);
            assertThat(ask(connection, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void a_killed_service_loses_nothing_that_it_committed() throws Exception {
        long orphan;
        try (var service = new ServiceToKill(dataDirectory())) {
            service.awaitCommit();
            orphan = Postmaster.find(dataDirectory().resolve("postgres")).orElseThrow().processId();
        }
        assertThat(ProcessHandle.of(orphan)).as("PostgreSQL outlives the service").get().matches(ProcessHandle::isAlive);

        try (var database = EmbeddedDatabase.start(dataDirectory());
                var connection = connect(database)) {

            assertThat(ask(connection, "SELECT words FROM " + ServiceToKill.TABLE)).isEqualTo("committed");
            assertThat(Postmaster.find(dataDirectory().resolve("postgres")).orElseThrow().processId()).isNotEqualTo(orphan);
        }
    }

    @Test
    void a_postgres_that_dies_is_started_again_at_its_address_by_its_owner() throws Exception {
        try (var database = EmbeddedDatabase.start(dataDirectory())) {
            try (var connection = connect(database)) {
                execute(connection, "CREATE TABLE kept_through_death AS SELECT 42 AS answer");
            }

            var outage = DatabaseOutage.begin(dataDirectory());
            assertThatThrownBy(() -> connect(database)).isInstanceOf(SQLException.class);
            outage.end();

            try (var connection = connectOnceItIsUp(database)) {
                assertThat(ask(connection, "SELECT answer FROM kept_through_death")).isEqualTo("42");
            }
        }
    }

    @Test
    void the_file_that_a_killed_postgres_left_does_not_stop_the_start() throws Exception {
        var file = Postmaster.file(dataDirectory().resolve("postgres"));
        String left;
        try (var database = EmbeddedDatabase.start(dataDirectory())) {
            assertThat(database.address().url()).isNotEmpty();
            left = Files.readString(file);
        }
        Files.writeString(file, left);

        try (var database = EmbeddedDatabase.start(dataDirectory());
                var connection = connect(database)) {

            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void a_file_whose_number_went_to_another_process_does_not_stop_the_start() throws Exception {
        var cluster = dataDirectory().resolve("postgres");
        EmbeddedDatabase.start(dataDirectory()).close();
        var another = ProcessHandle.current().parent().orElseThrow().pid();
        Files.writeString(Postmaster.file(cluster), another + "\n" + cluster + "\n1700000000\n5432\n\n127.0.0.1\n");

        try (var database = EmbeddedDatabase.start(dataDirectory());
                var connection = connect(database)) {

            assertThat(connection.isValid(5)).isTrue();
        }
        assertThat(ProcessHandle.of(another)).as("the other process lives on").isPresent();
    }

    @Test
    void one_directory_serves_one_corridor() throws Exception {
        try (var service = new ServiceToKill(dataDirectory())) {
            service.awaitCommit();

            assertThatThrownBy(() -> EmbeddedDatabase.start(dataDirectory()))
                    .isInstanceOf(EmbeddedDatabaseException.class)
                    .hasMessageContaining("another Corridor uses the data directory " + dataDirectory());
        }

        try (var database = EmbeddedDatabase.start(dataDirectory())) {

            assertThatThrownBy(() -> EmbeddedDatabase.start(dataDirectory())).isInstanceOf(EmbeddedDatabaseException.class);
            try (var connection = connect(database)) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }
    }

    @Test
    void a_tool_joins_the_postgres_of_a_running_service_and_leaves_it_running() throws Exception {
        try (var service = new ServiceToKill(dataDirectory())) {
            service.awaitCommit();

            try (var joined = EmbeddedDatabase.attach(dataDirectory());
                    var connection = connect(joined)) {
                assertThat(ask(connection, "SELECT words FROM " + ServiceToKill.TABLE)).isEqualTo("committed");
            }

            assertThat(Postmaster.find(dataDirectory().resolve("postgres"))).get().matches(Postmaster::isRunning);
        }
        EmbeddedDatabase.start(dataDirectory()).close();
    }

    @Test
    void a_tool_starts_and_stops_the_postgres_that_no_service_runs() throws Exception {
        EmbeddedDatabase.start(dataDirectory()).close();

        try (var started = EmbeddedDatabase.attach(dataDirectory());
                var connection = connect(started)) {
            assertThat(connection.isValid(5)).isTrue();
        }

        assertThat(Postmaster.file(dataDirectory().resolve("postgres"))).doesNotExist();
    }

    @Test
    void a_tool_creates_no_database_where_there_is_none() {
        var empty = parent.resolve("empty");

        assertThatThrownBy(() -> EmbeddedDatabase.attach(empty))
                .isInstanceOf(EmbeddedDatabaseException.class)
                .hasMessageContaining("no database in " + empty);

        assertThat(empty).doesNotExist();
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        var address = database.address();
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    /** Its process is there a moment before it takes logins. */
    private static Connection connectOnceItIsUp(EmbeddedDatabase database) throws Exception {
        Await.until("it takes logins", () -> {
            try (var connection = connect(database)) {
                return connection.isValid(0);
            } catch (SQLException e) {
                return false;
            }
        });
        return connect(database);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
