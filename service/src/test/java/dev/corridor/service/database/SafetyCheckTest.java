package dev.corridor.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.service.Program;
import dev.corridor.service.embedded.EmbeddedDatabase;
import dev.corridor.service.embedded.SharedPrograms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Databases in which payments would not be safe, and what the operator learns about each. */
class SafetyCheckTest {

    private static final int BACKLOG = 50;
    private static final AtomicInteger COUNT = new AtomicInteger();

    @TempDir
    private static Path directory;

    private static EmbeddedDatabase server;

    private final String name = "unsafe_" + COUNT.incrementAndGet();

    @BeforeAll
    static void start() throws IOException {
        server = SharedPrograms.start(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    SafetyCheckTest() {
        execute("create database " + name);
    }

    @Test
    void an_ordinary_database_is_accepted() {
        assertThatCode(() -> require(database(name))).doesNotThrowAnyException();
    }

    @Test
    void what_would_lose_acknowledged_payments_is_refused() {
        execute("alter database " + name + " set synchronous_commit = off");

        assertThatThrownBy(() -> require(database(name)))
                .hasMessageContaining("it has synchronous_commit = off, and would lose payments: switch it on");
    }

    @Test
    void what_cannot_be_written_is_refused() {
        execute("alter database " + name + " set default_transaction_read_only = on");

        assertThatThrownBy(() -> require(database(name)))
                .hasMessageContaining("its sessions are read-only: alter database " + name + " set default_transaction_read_only = off");
    }

    @Test
    void all_problems_are_told_at_once_each_with_what_mends_it() {
        execute("drop role if exists corridor_service");
        execute("create role newcomer login password 'newcomer'");
        execute("alter database " + name + " set synchronous_commit = off");
        var newcomer = database(name);
        newcomer.setUser("newcomer");
        newcomer.setPassword("newcomer");

        assertThatThrownBy(() -> require(newcomer))
                .hasMessageContaining("synchronous_commit = off")
                .hasMessageContaining("create role corridor_service nologin; grant corridor_service to newcomer;")
                .hasMessageContaining("grant usage, create on schema public to newcomer;");
        execute("create role corridor_service nologin");
        assertThatThrownBy(() -> require(newcomer))
                .hasMessageContaining("take the role on in which the service works: grant corridor_service to newcomer;");

        execute("grant corridor_service to newcomer");
        execute("alter database " + name + " owner to newcomer");
        execute("alter database " + name + " reset synchronous_commit");
        assertThatCode(() -> require(newcomer)).doesNotThrowAnyException();
    }

    @Test
    void clocks_that_differ_are_refused() {
        InstantSource fast = () -> InstantSource.system().instant().plusSeconds(3);

        assertThatThrownBy(() -> new SafetyCheck(server.address(), database(name), fast).require(Duration.ZERO))
                .hasMessageMatching("(?s).*its clock and this machine's differ by (2[0-9]{3}|3[0-9]{3}) ms, and may by 1000: synchronize both.*");
    }

    @Test
    void what_stays_away_is_waited_for_as_long_as_it_may_and_no_longer() throws IOException {
        var nowhere = database(name);
        nowhere.setPortNumbers(new int[]{freePort()});

        assertThatThrownBy(() -> new SafetyCheck(server.address(), nowhere, InstantSource.system()).require(Duration.ofMillis(300)))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining("refused");
    }

    @Test
    void what_comes_late_is_used() throws IOException {
        var late = database(name);
        int port = freePort();
        late.setPortNumbers(new int[]{port});
        var check = CompletableFuture.runAsync(
                () -> new SafetyCheck(server.address(), late, InstantSource.system()).require(Duration.ofMinutes(1)),
                Thread::startVirtualThread);

        try (var relay = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> relay(relay));
            assertThatCode(check::join).doesNotThrowAnyException();
        }
    }

    @Test
    void a_wrong_password_is_told_at_once() {
        execute("create role forgetful login password 'forgetful'");
        var forgetful = database(name);
        forgetful.setUser("forgetful");
        forgetful.setPassword("wrong");

        assertThatThrownBy(() -> new SafetyCheck(server.address(), forgetful, InstantSource.system()).require(Duration.ofHours(1)))
                .hasMessageContaining("password authentication failed");
    }

    @ParameterizedTest
    @CsvSource({"session, false", "transaction, true"})
    void a_pooler_must_pool_by_sessions(String mode, boolean isRefused) throws Exception {
        int port = freePort();
        var pooler = startPooler(mode, port);
        try {
            var pooled = database(name);
            pooled.setPortNumbers(new int[]{port});
            if (isRefused) {
                assertThatThrownBy(() -> requireSoon(pooled)).hasMessageContaining("Let it pool by sessions (PgBouncer: pool_mode = session)");
            } else {
                assertThatCode(() -> requireSoon(pooled)).doesNotThrowAnyException();
            }
        } finally {
            pooler.destroy();
            assertThat(pooler.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    /** Debian's PgBouncer, which runs as any user but root. */
    private Process startPooler(String mode, int port) throws IOException {
        var address = database(name);
        var files = Files.createDirectories(directory.resolve("pooler-" + mode));
        var users = Files.writeString(
                files.resolve("users.txt"), "\"" + address.getUser() + "\" \"" + address.getPassword() + "\"\n");
        var configuration = Files.writeString(files.resolve("pgbouncer.ini"), """
                [databases]
                * = host=127.0.0.1 port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = plain
                auth_file = %s
                pool_mode = %s
                ignore_startup_parameters = extra_float_digits
                """.formatted(address.getPortNumbers()[0], port, users, mode));
        var command = new ArrayList<>(List.of(Program.find("pgbouncer", "pgbouncer").toString(), configuration.toString()));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add(1, "--user=postgres");
        }
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(files.resolve("log").toFile()).start();
    }

    private static void relay(ServerSocket relay) {
        try {
            while (true) {
                var client = relay.accept();
                var ours = new Socket(InetAddress.getLoopbackAddress(), database("postgres").getPortNumbers()[0]);
                Thread.startVirtualThread(() -> pass(client, ours));
                Thread.startVirtualThread(() -> pass(ours, client));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side has closed.
        }
    }

    private static void require(PGSimpleDataSource database) {
        new SafetyCheck(server.address(), database, InstantSource.system()).require(Duration.ZERO);
    }

    private static void requireSoon(PGSimpleDataSource database) {
        new SafetyCheck(server.address(), database, InstantSource.system()).require(Duration.ofSeconds(30));
    }

    private static PGSimpleDataSource database(String name) {
        var address = server.address();
        var source = new PGSimpleDataSource();
        source.setUrl(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setDatabaseName(name);
        return source;
    }

    private static void execute(String statement) {
        Jdbi.create(database("postgres")).useHandle(handle -> handle.execute(statement));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
