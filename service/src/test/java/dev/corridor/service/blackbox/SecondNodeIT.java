package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.client.api.Sandbox;
import dev.corridor.client.model.Asset;
import dev.corridor.client.model.DepositRequest;
import dev.corridor.service.Await;
import dev.corridor.service.blackbox.Follower.Told;
import dev.corridor.service.embedded.EmbeddedDatabase;
import dev.corridor.service.embedded.SharedPrograms;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another node on the same database starts, warms up, serves and ends, while customers of the first follow their feed. */
class SecondNodeIT {

    private static final long NANOS_PER_MILLI = 1_000_000;

    @TempDir
    private static Path directory;

    /** Pays until told to stop, one deposit after the other, and knows when each was granted. */
    private static final class Payer {

        private final Map<String, Long> grantedAt = new LinkedHashMap<>();
        private final Thread thread;
        private volatile boolean stopped;

        Payer(Serving service) {
            var client = service.api();
            var deposit = DepositRequest.of(service.printedAccount(), Asset.USD, BigDecimal.ONE);
            this.thread = Thread.ofPlatform().start(() -> {
                while (!stopped) {
                    var transaction = client.send(Sandbox.deposit(deposit)).transactionId();
                    grant(transaction, System.nanoTime());
                }
            });
        }

        private synchronized void grant(String transaction, long nanos) {
            grantedAt.put(transaction, nanos);
        }

        synchronized Map<String, Long> grantedAt() {
            return new LinkedHashMap<>(grantedAt);
        }

        void stop() throws InterruptedException {
            stopped = true;
            thread.join();
        }
    }

    @Test
    void nobody_waits_for_a_node_that_comes_or_goes() throws Exception {
        try (var database = SharedPrograms.start(directory.resolve("database"));
                var service = node("first", database).serve()) {
            var follower = new Follower(service.printedKey(), 0);
            follower.connect(service.url());
            var payer = new Payer(service);
            Await.until("it has been told of some", () -> !follower.told().isEmpty());

            try (var second = node("second", database).with("CORRIDOR_WARM_UP_SECONDS", "5").serve()) {
                assertThat(second.log()).contains("warming up");
                assertThat(second.client().get("/health").status()).isEqualTo(200);
            }
            payer.stop();
            var granted = payer.grantedAt();
            Await.until("it has been told of all", () -> follower.toldAt().keySet().containsAll(granted.keySet()));

            assertThat(follower.told()).extracting(Told::transaction).as("after the first money of a sandbox")
                    .endsWith(granted.keySet().toArray(String[]::new));
            report(lagsInMillis(granted, follower.toldAt()));
        }
    }

    /** Negative where the feed was faster than the answer. */
    private static List<Long> lagsInMillis(Map<String, Long> granted, Map<String, Long> told) {
        var lags = new ArrayList<Long>();
        granted.forEach((transaction, nanos) -> lags.add((told.get(transaction) - nanos) / NANOS_PER_MILLI));
        return lags.stream().sorted().toList();
    }

    private static void report(List<Long> lags) {
        System.out.printf(
                "%d events while another node started, warmed up and ended: told after their answers by %d ms (p50), %d ms (p99), %d ms (at most)%n",
                lags.size(), lags.get(lags.size() / 2), lags.get(lags.size() * 99 / 100), lags.getLast());
    }

    private static Corridor node(String name, EmbeddedDatabase database) throws Exception {
        return Corridor.in(Files.createDirectory(directory.resolve(name))).with("CORRIDOR_DATABASE_URL", LiveIT.urlOf(database.address()));
    }
}
