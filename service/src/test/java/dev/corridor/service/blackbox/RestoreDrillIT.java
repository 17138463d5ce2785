package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.client.Channel;
import dev.corridor.client.CorridorClient;
import dev.corridor.client.api.Sandbox;
import dev.corridor.client.model.Asset;
import dev.corridor.client.model.DepositRequest;
import dev.corridor.service.Await;
import dev.corridor.service.Program;
import dev.corridor.service.embedded.SharedPrograms;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As the runbook says: a dump is made under load, the server is lost, and the dump is restored into a new one of another major version. */
class RestoreDrillIT {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final String DATABASE = "corridor_drill_" + ProcessHandle.current().pid();
    private static final int CLIENTS = 4;
    private static final int ENOUGH = 60;

    @TempDir
    private static Path directory;

    @Test
    void a_dump_is_restored_into_a_new_server_and_everything_goes_on() throws Exception {
        var server = oldServer();
        var dump = directory.resolve("corridor.dump").toString();
        var corridor = Corridor.in(directory);
        Load before;
        long lastSequence;
        execute(server, "create database " + DATABASE);
        try {
            try (var service = corridor.with("CORRIDOR_DATABASE_URL", server.resolve(DATABASE).toString()).serve()) {
                before = Load.start(CLIENTS, service);
                Await.until("so much is granted", () -> before.progress() > ENOUGH);
                before.stop();
                lastSequence = sequenceOf(deposit(service.api(), service.printedAccount()), service.api());
                var meanwhile = Load.start(CLIENTS, service);
                Await.until("the load runs", () -> meanwhile.progress() > 0);

                run("pg_dump", "--format=custom", "--file=" + dump, server.resolve(DATABASE).toString());

                meanwhile.stop();
                service.kill();
            }
        } finally {
            execute(server, "drop database " + DATABASE + " with (force)");
        }

        try (var newServer = SharedPrograms.start(directory.resolve("new server"))) {
            var url = LiveIT.urlOf(newServer.address());
            var restored = corridor.with("CORRIDOR_DATABASE_URL", url);
            var preparation = restored.run("prepare-database");
            assertThat(preparation.exitCode()).as(preparation.errors()).isZero();
            run("pg_restore", "--no-owner", "--exit-on-error", "--dbname=" + url, dump);

            assertThat(restored.run("verify-books")).isEqualTo(new Corridor.Ending(0, "", ""));
            try (var service = restored.serve()) {
                before.repeatGranted(service.api());
                var next = deposit(service.api(), service.printedAccount());
                assertThat(sequenceOf(next, service.api())).isGreaterThan(lastSequence);
                try (var feed = service.api().follow(Channel.TRANSACTIONS, lastSequence)) {
                    var events = feed.iterator();
                    var event = events.next();
                    while (!event.data().transactionId().equals(next)) {
                        event = events.next();
                    }
                }
            }
            assertThat(restored.run("verify-books")).isEqualTo(new Corridor.Ending(0, "", ""));
        }
    }

    private static String deposit(CorridorClient client, String account) {
        return client.send(Sandbox.deposit(DepositRequest.of(account, Asset.EUR, new BigDecimal("1.00")))).transactionId();
    }

    /** Reads the feed up to it. */
    private static long sequenceOf(String transaction, CorridorClient client) {
        try (var feed = client.follow(Channel.TRANSACTIONS, 0)) {
            var events = feed.iterator();
            var event = events.next();
            while (!event.data().transactionId().equals(transaction)) {
                event = events.next();
            }
            return event.sequence();
        }
    }

    /** Of the tests on the oldest supported version. */
    private static URI oldServer() {
        var address = System.getenv("CORRIDOR_TEST_DATABASE_URL");
        if (address == null || address.isEmpty()) {
            throw Program.missing(
                    "PostgreSQL 15", "install it, on Debian by 'apt-get install postgresql-15', and run .ci/with-postgresql-15 ./mvnw verify");
        }
        return URI.create(address.replace("jdbc:postgresql://", "postgres://postgres:none@"));
    }

    private static void execute(URI server, String statement) throws SQLException {
        var url = "jdbc:postgresql://" + server.getHost() + ":" + server.getPort() + "/postgres?user=postgres";
        try (var connection = DriverManager.getConnection(url); var running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    private static void run(String program, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(PROGRAMS.resolve(program).toString()));
        command.addAll(List.of(arguments));
        var log = Files.createTempFile(directory, program, ".log");
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(process.waitFor()).as(Files.readString(log, StandardCharsets.UTF_8)).isZero();
    }
}
