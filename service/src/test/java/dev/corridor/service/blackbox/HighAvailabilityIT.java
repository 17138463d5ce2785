package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.client.Channel;
import dev.corridor.client.CorridorClient;
import dev.corridor.client.CorridorException;
import dev.corridor.client.Event;
import dev.corridor.client.Feed;
import dev.corridor.client.api.Sandbox;
import dev.corridor.client.model.Asset;
import dev.corridor.client.model.CryptoPayout;
import dev.corridor.client.model.DepositRequest;
import dev.corridor.client.model.Trade;
import dev.corridor.client.model.Transaction;
import dev.corridor.service.Await;
import dev.corridor.service.blackbox.PatroniCluster.Node;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes of the service on a PostgreSQL that fails over, under a load of clients that do as they are told. The leader is asked to step down, killed, and
 * frozen and thawed. It takes minutes, so only the profile {@code high-availability} does it.
 */
@EnabledIfSystemProperty(named = "corridor.high-availability", matches = "true")
@Timeout(1_200)
class HighAvailabilityIT {

    private static final int CLIENTS_OF_EACH_NODE = 4;
    private static final int REQUESTS_BEFORE = 200;
    private static final int REQUESTS_AFTERWARDS = 200;

    /** They go on for as long as an outage lasts: each time after what they are told to wait. */
    private static final int ATTEMPTS = 1_000;

    private static final BigDecimal ENOUGH = new BigDecimal("10000000.00");

    private static final String ADDRESS = "CORRIDOR_DATABASE_URL=";

    /** What a client waits for after the database is back: Corridor's own share. */
    private static final Duration HEALED = Duration.ofSeconds(5);

    @TempDir
    private static Path directory;

    private enum Loss {
        SWITCH_OVER {
            @Override
            Node strike(PatroniCluster cluster, Node leader) throws Exception {
                cluster.switchOver();
                return leader;
            }

            @Override
            void mend(Node old) {}
        },
        KILLED_LEADER {
            @Override
            Node strike(PatroniCluster cluster, Node leader) throws Exception {
                leader.signal("KILL");
                return leader;
            }

            @Override
            void mend(Node old) throws Exception {
                old.start();
            }
        },
        FROZEN_LEADER {
            @Override
            Node strike(PatroniCluster cluster, Node leader) throws Exception {
                leader.signal("STOP");
                return leader;
            }

            @Override
            void mend(Node old) throws Exception {
                old.signal("CONT");
            }
        };

        /** Returns the old leader. */
        abstract Node strike(PatroniCluster cluster, Node leader) throws Exception;

        /** Lets the old leader come back, while the new one is at work. */
        abstract void mend(Node old) throws Exception;
    }

    /** Where events are kept in the order in which they came. */
    private record Listener(Feed<Transaction> feed, List<Event<Transaction>> heard, Thread thread) implements AutoCloseable {

        static Listener of(CorridorClient client) {
            var feed = client.follow(Channel.TRANSACTIONS, 0);
            var heard = Collections.synchronizedList(new ArrayList<Event<Transaction>>());
            return new Listener(feed, heard, Thread.startVirtualThread(() -> feed.forEach(heard::add)));
        }

        void awaitAll(Set<String> transactions) throws Exception {
            Await.until("all transactions are told of", () -> told().stream().map(event -> event.data().transactionId()).collect(Collectors.toSet())
                    .containsAll(transactions));
        }

        List<Event<Transaction>> told() {
            synchronized (heard) {
                return List.copyOf(heard);
            }
        }

        @Override
        public void close() throws InterruptedException {
            feed.close();
            thread.join();
        }
    }

    @Test
    void a_leader_steps_down_dies_or_freezes_and_nothing_is_lost() throws Exception {
        try (var cluster = PatroniCluster.start(directory)) {
            var byOwner = node("owner").with("CORRIDOR_DATABASE_URL", cluster.ownerUrl());
            var prepared = byOwner.run("prepare-database", "login");
            assertThat(prepared.exitCode()).as(prepared.errors()).isZero();
            var address = prepared.output().strip().substring(ADDRESS.length());

            try (var one = node("one").with("CORRIDOR_DATABASE_URL", address).serve();
                    var two = node("two").with("CORRIDOR_DATABASE_URL", address).serve();
                    var listener = Listener.of(client(two, one.printedKey()))) {
                var clients = Stream.of(one, two)
                        .flatMap(node -> IntStream.range(0, CLIENTS_OF_EACH_NODE).mapToObj(i -> client(node, one.printedKey())))
                        .toList();
                try {
                    meetAll(cluster, one.printedAccount(), clients, listener);
                } catch (Exception | AssertionError e) {
                    System.out.println(one.log());
                    System.out.println(two.log());
                    throw e;
                }
            }
            var verified = byOwner.run("verify-books");
            assertThat(verified.output()).isEmpty();
            assertThat(verified.exitCode()).isZero();
        }
    }

    private static void meetAll(PatroniCluster cluster, String account, List<CorridorClient> clients, Listener listener) throws Exception {
        clients.getFirst().send(Sandbox.deposit(DepositRequest.of(account, Asset.USD, ENOUGH)));
        var load = Load.start(account, clients);
        for (var loss : Loss.values()) {
            meet(loss, cluster, load);
        }
        load.stop();
        load.repeatNotGranted(clients.getFirst());

        var trades = load.trades().stream().map(Trade::transactionId).collect(Collectors.toSet());
        var payouts = load.payouts().stream().map(CryptoPayout::transactionId).collect(Collectors.toSet());
        var kept = transactions(cluster);
        var acknowledged = new HashSet<>(trades);
        acknowledged.addAll(payouts);
        var lost = without(acknowledged, kept);
        var doubled = without(kept, acknowledged);
        System.out.printf(
                "%d requests were granted, %d of them after a refusal that ends the client's attempts (%s): lost %d, doubled %d%n",
                load.progress(), load.refusals().size(), load.refusals().stream().map(CorridorException::code).distinct().toList(), lost.size(),
                doubled.size());
        assertThat(lost).isEmpty();
        assertThat(doubled).isEmpty();

        listener.awaitAll(acknowledged);
        try (var newcomer = Listener.of(clients.getFirst())) {
            newcomer.awaitAll(acknowledged);
            Await.until("nothing more happens", () -> listener.told().size() == newcomer.told().size());
            assertThat(sequences(listener)).as("what was heard by one who was there all the time").isEqualTo(sequences(newcomer));
            assertThat(sequences(newcomer)).isSorted().doesNotHaveDuplicates();
            System.out.printf("The feed told of all %d events once, in their order%n", newcomer.told().size());
        }
    }

    private static void meet(Loss loss, PatroniCluster cluster, Load load) throws Exception {
        cluster.awaitWhole();
        int before = load.progress();
        Await.until("it runs", () -> load.progress() > before + REQUESTS_BEFORE);
        var leader = cluster.leader();
        long struck = System.nanoTime();
        var leadingAgain = new FutureTask<>(() -> momentOfANewLeader(cluster, leader));
        Thread.startVirtualThread(leadingAgain);

        var old = loss.strike(cluster, leader);

        long led = leadingAgain.get();
        int granted = load.progress();
        Await.until("it goes on after " + loss, () -> load.progress() > granted + REQUESTS_AFTERWARDS);
        loss.mend(old);
        cluster.awaitWhole();
        int whole = load.progress();
        Await.until("it goes on with both", () -> load.progress() > whole + REQUESTS_AFTERWARDS);

        var outage = longestPause(load.grantedAt(), struck);
        var own = Duration.ofNanos(Math.max(0, firstAfter(load.grantedAt(), led) - led));
        System.out.printf(
                "%s: no payment for %d ms; the database was led to again after %d ms, and the first payment was %d ms later%n",
                loss, outage.toMillis(), Duration.ofNanos(led - struck).toMillis(), own.toMillis());
        assertThat(own).isLessThan(HEALED);
    }

    private static long momentOfANewLeader(PatroniCluster cluster, Node before) throws Exception {
        Await.until("another one leads", () -> cluster.other(before).isLeader() && cluster.leadsToALeader());
        return System.nanoTime();
    }

    /** Until the end of what is known. */
    private static Duration longestPause(List<Long> moments, long since) {
        var sorted = Stream.concat(moments.stream().filter(moment -> moment - since > 0), Stream.of(since)).sorted().toList();
        return Duration.ofNanos(IntStream.range(1, sorted.size()).mapToLong(i -> sorted.get(i) - sorted.get(i - 1)).max().orElseThrow());
    }

    private static long firstAfter(List<Long> moments, long since) {
        return moments.stream().mapToLong(Long::longValue).filter(moment -> moment - since > 0).min().orElseThrow();
    }

    private static Set<String> transactions(PatroniCluster cluster) throws SQLException {
        var ids = "select 'txn_' || replace(transaction_id::text, '-', '') from transactions where type in ('TRADE', 'CRYPTO_PAYOUT')";
        try (var connection = cluster.connectAsOwner(); var statement = connection.createStatement(); var rows = statement.executeQuery(ids)) {
            var found = new HashSet<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static Set<String> without(Set<String> all, Set<String> these) {
        var rest = new HashSet<>(all);
        rest.removeAll(these);
        return rest;
    }

    private static List<Long> sequences(Listener listener) {
        return listener.told().stream().map(Event::sequence).toList();
    }

    private static CorridorClient client(Serving node, String key) {
        return CorridorClient.at(node.url()).key(key).attempts(ATTEMPTS).timeout(Duration.ofMinutes(10));
    }

    private static Corridor node(String name) throws IOException {
        return Corridor.in(Files.createDirectory(directory.resolve(name)))
                .with("CORRIDOR_MASTER_KEY", "0123456789abcdef".repeat(4))
                .with("CORRIDOR_TOKEN_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")
                .with("CORRIDOR_CHAIN_CONFIRMATION_SECONDS", "1")
                // Quotes must not expire before their requests are repeated.
                .with("CORRIDOR_QUOTE_VALIDITY_SECONDS", "3600");
    }
}
