package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corridor.client.CorridorClient;
import dev.corridor.client.CorridorException;
import dev.corridor.client.api.Sandbox;
import dev.corridor.client.api.Transactions;
import dev.corridor.client.model.Asset;
import dev.corridor.client.model.DepositRequest;
import dev.corridor.client.model.ErrorCode;
import dev.corridor.client.model.Outcome;
import dev.corridor.service.blackbox.SwitchableProxy.Way;
import dev.corridor.service.embedded.EmbeddedDatabase;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database behind a balancer, which fails over, and whose old leader comes back. */
class FailOverIT {

    @TempDir
    private static Path directory;

    @Test
    void an_old_leader_that_comes_back_is_refused() throws Exception {
        var corridor = Corridor.in(directory);
        try (var old = EmbeddedDatabase.start(directory.resolve("old leader"));
                var proxy = new SwitchableProxy(uriOf(old))) {
            var service = corridor.with("CORRIDOR_DATABASE_URL", proxy.before(uriOf(old)).toString()).serve();
            try (service; var promoted = promotedCopyOf(directory.resolve("old leader"))) {
                var client = service.api().attempts(1);
                proxy.leadTo(uriOf(promoted));
                var acknowledged = depositAtLast(client, service.printedAccount());

                proxy.leadTo(uriOf(old));

                Await.until("it is not ready", () -> service.client().get("/health/readiness").status() == 503);
                var refusal = catchThrowableOfType(CorridorException.class, () -> deposit(client, service.printedAccount()));
                assertThat(refusal.code()).isIn(ErrorCode.SERVICE_UNAVAILABLE, ErrorCode.AUTHENTICATION_FAILED);
                assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_APPLIED);
                assertThat(service.log()).contains("A database server is refused, because payments would be lost in it: it is on time line 1");

                proxy.leadTo(uriOf(promoted));

                depositAtLast(client, service.printedAccount());
                assertThat(client.send(Transactions.getTransaction(acknowledged)).transactionId()).isEqualTo(acknowledged);
            }
        }
    }

    @Test
    void a_host_that_says_nothing_keeps_nobody_from_the_next() throws Exception {
        try (var database = EmbeddedDatabase.start(directory.resolve("behind a deaf host"));
                var deaf = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            var corridor = Corridor.in(Files.createDirectory(directory.resolve("deaf")))
                    .with("CORRIDOR_DATABASE_URL", withHostBefore(uriOf(database), "127.0.0.1:" + deaf.getLocalPort()));

            try (var service = corridor.serve()) {
                deposit(service.api(), service.printedAccount());
                assertThat(corridor.run("verify-books").exitCode()).isZero();
            }
        }
    }

    @Test
    void a_host_that_falls_silent_keeps_nobody_from_the_next() throws Exception {
        try (var database = EmbeddedDatabase.start(directory.resolve("behind a silent host"));
                var proxy = new SwitchableProxy(uriOf(database))) {
            var first = proxy.before(uriOf(database));
            var corridor = Corridor.in(Files.createDirectory(directory.resolve("silent")))
                    .with("CORRIDOR_DATABASE_URL", withHostBefore(uriOf(database), first.getHost() + ":" + first.getPort()));

            try (var service = corridor.serve()) {
                deposit(service.api(), service.printedAccount());

                proxy.become(Way.BLACK_HOLE);
                proxy.cut();

                depositAtLast(service.api(), service.printedAccount());
                assertThat(corridor.run("verify-books").exitCode()).isZero();
                proxy.become(Way.OPEN);
            }
        }
    }

    private static String withHostBefore(URI database, String host) {
        return database.toString().replace("@", "@" + host + ",");
    }

    private static String depositAtLast(CorridorClient client, String account) throws Exception {
        var request = Sandbox.deposit(DepositRequest.of(account, Asset.EUR, new BigDecimal("1.00")));
        Await.until("the database is back", () -> {
            try {
                return client.send(request) != null;
            } catch (CorridorException e) {
                return false;
            }
        });
        return client.send(request).transactionId();
    }

    private static void deposit(CorridorClient client, String account) {
        client.send(Sandbox.deposit(DepositRequest.of(account, Asset.EUR, new BigDecimal("1.00"))));
    }

    /** A standby becomes a leader in the same way, and begins a time line. */
    private static EmbeddedDatabase promotedCopyOf(Path dataDirectory) throws Exception {
        var copy = directory.resolve("promoted");
        EmbeddedDatabase.backUp(dataDirectory, copy);
        Files.createFile(copy.resolve("postgres").resolve("recovery.signal"));
        Files.writeString(
                copy.resolve("postgres").resolve("postgresql.auto.conf"), "restore_command = 'false'\n", StandardOpenOption.APPEND);
        return EmbeddedDatabase.start(copy);
    }

    private static URI uriOf(EmbeddedDatabase database) {
        return URI.create(LiveIT.urlOf(database.address()));
    }
}
