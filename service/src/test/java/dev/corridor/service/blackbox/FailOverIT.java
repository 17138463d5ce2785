package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corridor.client.CorridorClient;
import dev.corridor.client.CorridorException;
import dev.corridor.client.Request;
import dev.corridor.client.api.Accounts;
import dev.corridor.client.api.Beneficiaries;
import dev.corridor.client.api.Quotes;
import dev.corridor.client.api.Sandbox;
import dev.corridor.client.api.Transactions;
import dev.corridor.client.api.Webhooks;
import dev.corridor.client.model.Asset;
import dev.corridor.client.model.ChainName;
import dev.corridor.client.model.CreateQuoteRequest;
import dev.corridor.client.model.CryptoBeneficiaryRequest;
import dev.corridor.client.model.CryptoPayoutRequest;
import dev.corridor.client.model.DepositRequest;
import dev.corridor.client.model.EndpointRequest;
import dev.corridor.client.model.ErrorCode;
import dev.corridor.client.model.EventType;
import dev.corridor.client.model.Outcome;
import dev.corridor.client.model.Transaction;
import dev.corridor.client.model.TransactionStatus;
import dev.corridor.service.Await;
import dev.corridor.service.blackbox.SwitchableProxy.Way;
import dev.corridor.service.database.DatabaseConnections;
import dev.corridor.service.database.DatabaseConnections.Admission;
import dev.corridor.service.database.Pulse;
import dev.corridor.service.embedded.DatabaseOutage;
import dev.corridor.service.embedded.EmbeddedDatabase;
import dev.corridor.service.embedded.SharedPrograms;
import dev.corridor.service.receiver.WebhookReceiver;
import dev.corridor.service.settings.DatabaseAddress;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database behind a balancer, which fails over, and whose old leader comes back. */
class FailOverIT {

    /** From the moment at which a server falls silent. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(5);

    /** From the moment at which there is a database again. */
    private static final Duration HEALED = Duration.ofSeconds(3);

    /** Long enough for a pause that grows with each failure to be longer than that. */
    private static final Duration LONG_OUTAGE = Duration.ofSeconds(12);

    @TempDir
    private static Path directory;

    @Test
    void an_old_leader_that_comes_back_is_refused() throws Exception {
        var corridor = Corridor.in(directory);
        try (var old = SharedPrograms.start(directory.resolve("old leader"));
                var proxy = new SwitchableProxy(uriOf(old))) {
            var service = corridor.with("CORRIDOR_DATABASE_URL", proxy.before(uriOf(old)).toString()).serve();
            try (service; var promoted = promotedCopyOf(directory.resolve("old leader"), "promoted")) {
                var client = service.api().attempts(1);
                proxy.leadTo(uriOf(promoted));
                var acknowledged = depositAtLast(client, service.printedAccount());

                proxy.leadTo(uriOf(old));

                Await.until("it is not ready", () -> service.client().get("/health/readiness").status() == 503);
                var refusal = catchThrowableOfType(CorridorException.class, () -> deposit(client, service.printedAccount()));
                assertThat(refusal.code()).isIn(ErrorCode.SERVICE_UNAVAILABLE, ErrorCode.AUTHENTICATION_FAILED);
                assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_APPLIED);
                Await.until("it says why", () -> service.log()
                        .contains("A database server is refused, because payments would be lost in it: it is on time line 1"));

                proxy.leadTo(uriOf(promoted));

                depositAtLast(client, service.printedAccount());
                assertThat(client.send(Transactions.getTransaction(acknowledged)).transactionId()).isEqualTo(acknowledged);
            }
        }
    }

    @Test
    void a_host_that_says_nothing_keeps_nobody_from_the_next() throws Exception {
        try (var database = SharedPrograms.start(directory.resolve("behind a deaf host"));
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
        try (var database = SharedPrograms.start(directory.resolve("behind a silent host"));
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

    @Test
    void a_server_that_freezes_is_given_up_for_the_next() throws Exception {
        var corridor = Corridor.in(Files.createDirectory(directory.resolve("freeze")));
        try (var frozen = SharedPrograms.start(directory.resolve("frozen leader"))) {
            corridor.with("CORRIDOR_DATABASE_URL", uriOf(frozen).toString()).serve().close();
            try (var promoted = promotedCopyOf(directory.resolve("frozen leader"), "leader after a freeze");
                    var service = corridor.with(
                            "CORRIDOR_DATABASE_URL", withHostBefore(uriOf(promoted), "127.0.0.1:" + uriOf(frozen).getPort()))
                            .serve()) {
                deposit(service.api(), service.printedAccount());

                DatabaseOutage.signal(directory.resolve("frozen leader"), "STOP");
                try {
                    var frozenAt = AwakeTime.now();
                    depositAtLast(service.api(), service.printedAccount());

                    var outage = AwakeTime.since(frozenAt);
                    System.out.printf("%d ms after the first host froze, the next is written to%n", outage.toMillis());
                    assertThat(outage).isLessThan(GIVEN_UP);
                    assertThat(service.log()).contains("has been silent for 2 s: its connections are given up");
                } finally {
                    DatabaseOutage.signal(directory.resolve("frozen leader"), "CONT");
                }
            }
        }
    }

    @Test
    void a_long_statement_is_no_silence_and_a_silent_server_is_given_up_in_the_middle_of_one() throws Exception {
        try (var database = SharedPrograms.start(directory.resolve("behind a network"));
                var proxy = new SwitchableProxy(uriOf(database));
                var pulse = new Pulse(() -> DatabaseAddress.parse(proxy.before(uriOf(database)).toString()), Admission.OF_ALL)) {
            var patient = new DatabaseConnections(
                    DatabaseAddress.parse(proxy.before(uriOf(database)).toString()), Duration.ZERO, new Properties(), pulse);
            try (var connection = patient.getConnection(); var statement = connection.createStatement()) {
                statement.execute("select pg_sleep(" + GIVEN_UP.toSeconds() + ")");

                proxy.become(Way.BLACK_HOLE);

                var silentSince = AwakeTime.now();
                assertThatThrownBy(() -> statement.execute("select pg_sleep(60)")).isInstanceOf(SQLException.class);
                assertThat(AwakeTime.since(silentSince)).isLessThan(GIVEN_UP);
            }
        }
    }

    @Test
    void everything_is_back_soon_after_the_database() throws Exception {
        try (var database = SharedPrograms.start(directory.resolve("away for long"));
                var proxy = new SwitchableProxy(uriOf(database));
                var receiver = new WebhookReceiver()) {
            var corridor = Corridor.in(Files.createDirectory(directory.resolve("outage")))
                    .with("CORRIDOR_CHAIN_CONFIRMATION_SECONDS", Long.toString(LONG_OUTAGE.toSeconds() / 2))
                    .with("CORRIDOR_DATABASE_URL", proxy.before(uriOf(database)).toString());
            try (var service = corridor.serve()) {
                var client = service.api();
                var quote = CreateQuoteRequest.of(service.printedAccount(), Asset.USD, Asset.USDC).fromAmount(new BigDecimal("10.00"));
                client.send(Webhooks.createWebhookEndpoint(EndpointRequest.of(receiver.url()).eventTypes(List.of(EventType.QUOTE_CREATED))));
                client.send(Quotes.executeQuote(client.send(Quotes.createQuote(quote)).quoteId()));
                var payout = client.send(Transactions.payOutCrypto(aPayout(client, service.printedAccount()))).transactionId();
                var follower = new Follower(service.printedKey(), 0);
                follower.connect(service.url());
                Await.until("the follower and the endpoint know of what was", () -> !follower.told().isEmpty() && !receiver.received().isEmpty());

                proxy.become(Way.CLOSED);
                proxy.cut();
                Thread.sleep(LONG_OUTAGE);
                proxy.become(Way.OPEN);

                var healing = new Healing(AwakeTime.now());
                healing.begin("keys", () -> client.send(Accounts.getAccount(service.printedAccount())) != null);
                healing.begin("prices", () -> client.send(Quotes.createQuote(quote)) != null);
                healing.begin("lanes", () -> client.send(aDeposit(service.printedAccount())) != null);
                int told = follower.told().size();
                int received = receiver.received().size();
                healing.begin("feed", () -> follower.told().size() > told);
                healing.begin("webhooks", () -> receiver.received().size() > received);
                healing.begin("upkeep", () -> client.send(Transactions.getTransaction(payout)).status() == TransactionStatus.COMPLETED);
                healing.begin("readiness", () -> service.client().get("/health/readiness").status() == 200);

                assertThat(healing.end()).allSatisfy((what, time) -> assertThat(time).as(what).isLessThan(HEALED));
            }
        }
    }

    /** What is tried all the time from the end of an outage on, and how long each thing took. */
    private static final class Healing {

        private final Duration since;
        private final Map<String, FutureTask<Duration>> attempts = new LinkedHashMap<>();

        Healing(Duration since) {
            this.since = since;
        }

        void begin(String what, Callable<Boolean> attempt) {
            var task = new FutureTask<>(() -> {
                Await.until(what + " are back", () -> {
                    try {
                        return attempt.call();
                    } catch (CorridorException e) {
                        return false;
                    }
                });
                return AwakeTime.since(since);
            });
            attempts.put(what, task);
            Thread.startVirtualThread(task);
        }

        Map<String, Duration> end() throws Exception {
            var times = new LinkedHashMap<String, Duration>();
            for (var attempt : attempts.entrySet()) {
                times.put(attempt.getKey(), attempt.getValue().get());
            }
            System.out.println("After an outage of " + LONG_OUTAGE.toSeconds() + " s each was back in: " + times);
            return times;
        }
    }

    private static CryptoPayoutRequest aPayout(CorridorClient client, String account) {
        var supplier = CryptoBeneficiaryRequest.of(
                account, "Supplier", ChainName.ETHEREUM_SEPOLIA, "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
        var beneficiary = client.send(Beneficiaries.registerCryptoBeneficiary(supplier)).beneficiaryId();
        return CryptoPayoutRequest.of(account, beneficiary, new BigDecimal("1.000000"), Asset.USDC, ChainName.ETHEREUM_SEPOLIA);
    }

    private static Request<Transaction> aDeposit(String account) {
        return Sandbox.deposit(DepositRequest.of(account, Asset.EUR, new BigDecimal("1.00")));
    }

    private static String withHostBefore(URI database, String host) {
        return database.toString().replace("@", "@" + host + ",");
    }

    private static String depositAtLast(CorridorClient client, String account) throws Exception {
        var request = aDeposit(account);
        var acknowledged = new AtomicReference<String>();
        Await.until("the database is back", () -> {
            try {
                acknowledged.set(client.send(request).transactionId());
                return true;
            } catch (CorridorException e) {
                return false;
            }
        });
        return acknowledged.get();
    }

    private static void deposit(CorridorClient client, String account) {
        client.send(aDeposit(account));
    }

    /** A standby becomes a leader in the same way, and begins a time line. */
    private static EmbeddedDatabase promotedCopyOf(Path dataDirectory, String name) throws Exception {
        var copy = directory.resolve(name);
        EmbeddedDatabase.backUp(dataDirectory, copy);
        Files.createFile(copy.resolve("postgres").resolve("recovery.signal"));
        Files.writeString(
                copy.resolve("postgres").resolve("postgresql.auto.conf"), "restore_command = 'false'\n", StandardOpenOption.APPEND);
        return SharedPrograms.start(copy);
    }

    private static URI uriOf(EmbeddedDatabase database) {
        return URI.create(LiveIT.urlOf(database.address()));
    }
}
