package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.client.CorridorClient;
import dev.corridor.client.api.Quotes;
import dev.corridor.client.api.Transactions;
import dev.corridor.client.model.QuoteStatus;
import dev.corridor.client.model.TransactionCryptoPayoutDetails;
import dev.corridor.client.model.TransactionStatus;
import dev.corridor.client.model.TransactionTradeDetails;
import dev.corridor.service.Await;
import dev.corridor.service.embedded.DatabaseOutage;
import dev.corridor.testing.model.Torture;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the service, its database, or both at random moments under load, in rounds on the same data. Afterwards, every acknowledged request
 * is in the books once, every other can be repeated and then is there once, and nothing else is.
 */
class CrashIT {

    private static final int CLIENTS = 8;
    private static final int MOST_REQUESTS_BEFORE_THE_CRASH = 200;
    private static final int REQUESTS_AFTER_THE_CRASH = 30;

    @TempDir
    private static Path directory;

    private final Random random = new Random();

    private enum Victim {
        /** The service dies; its PostgreSQL keeps running. */
        SERVICE {
            @Override
            Serving crash(Corridor corridor, Serving service) throws Exception {
                service.kill();
                return corridor.serve();
            }
        },
        /** One process of PostgreSQL dies, so PostgreSQL ends all sessions and recovers. */
        SESSION {
            @Override
            Serving crash(Corridor corridor, Serving service) throws Exception {
                try (var owner = Owner.ofDatabaseIn(corridor.dataDirectory())) {
                    ProcessHandle.of(owner.anySession()).ifPresent(ProcessHandle::destroyForcibly);
                }
                return service;
            }
        },
        /** PostgreSQL dies, and its service restarts it. */
        DATABASE {
            @Override
            Serving crash(Corridor corridor, Serving service) throws Exception {
                DatabaseOutage.kill(corridor.dataDirectory());
                return service;
            }
        },
        /** Both die, as in a power failure, except that the operating system still writes its buffers. */
        BOTH {
            @Override
            Serving crash(Corridor corridor, Serving service) throws Exception {
                DatabaseOutage.kill(corridor.dataDirectory());
                service.kill();
                return corridor.serve();
            }
        };

        /** Returns the service that runs afterwards. */
        abstract Serving crash(Corridor corridor, Serving service) throws Exception;
    }

    /** The totals of all rounds. */
    private record Sum(int rounds, long granted, long repeated) {

        Sum plus(long granted, long repeated) {
            return new Sum(rounds + 1, this.granted + granted, this.repeated + repeated);
        }

        @Override
        public String toString() {
            return "%s crashes: %s requests granted, %s of them when they were sent again; none lost, none doubled"
                    .formatted(rounds, granted, repeated);
        }
    }

    @Test
    void nothing_is_lost_and_nothing_happens_twice() throws Exception {
        int rounds = Torture.rounds().orElse(Victim.values().length);
        var corridor = Corridor.in(directory)
                .with("CORRIDOR_CHAIN_CONFIRMATION_SECONDS", "1")
                // Quotes must not expire before their requests are repeated.
                .with("CORRIDOR_QUOTE_VALIDITY_SECONDS", "3600");
        var sum = new Sum(0, 0, 0);
        var service = corridor.serve();
        try {
            for (int round = 0; round < rounds; round++) {
                var victim = Victim.values()[round % Victim.values().length];
                int moment = random.nextInt(MOST_REQUESTS_BEFORE_THE_CRASH);
                var key = service.printedKey();
                var before = Rounds.in(corridor.dataDirectory());
                var load = Load.start(CLIENTS, service);
                Await.until("so much is granted", () -> load.progress() > moment);

                var serviceAfterwards = victim.crash(corridor, service);
                if (serviceAfterwards == service) {
                    int granted = load.progress();
                    Await.until("it goes on", () -> load.progress() > granted + REQUESTS_AFTER_THE_CRASH);
                }
                load.stop();
                service = serviceAfterwards;

                assertThat(service.printedKey()).isEqualTo(key);
                int notGranted = load.failures();
                load.repeatNotGranted(service.api());
                load.repeatGranted(service.api());
                assertThat(Rounds.in(corridor.dataDirectory()))
                        .as("what is there after round %s, when the %s crashed after %s requests", round, victim, moment)
                        .isEqualTo(before.plus(Rounds.answered(load)));
                assertThatEverythingIsThere(load, service.api());
                assertThatBooksAddUp(corridor);
                sum = sum.plus(load.progress(), notGranted);
                System.out.println(sum);
            }
        } catch (Exception | AssertionError e) {
            System.out.println(service.log());
            throw e;
        } finally {
            service.close();
        }
        var verified = corridor.run("verify-books");
        assertThat(verified.output()).isEmpty();
        assertThat(verified.exitCode()).isZero();
    }

    private static void assertThatBooksAddUp(Corridor corridor) throws Exception {
        try (var owner = Owner.ofDatabaseIn(corridor.dataDirectory())) {
            assertThat(owner.differences()).isEmpty();
        }
    }

    private static void assertThatEverythingIsThere(Load load, CorridorClient client) {
        for (var quote : load.quotes()) {
            var found = client.send(Quotes.getQuote(quote.quoteId()));
            assertThat(found).usingRecursiveComparison().ignoringFields("status").isEqualTo(quote);
        }
        for (var trade : load.trades()) {
            var found = client.send(Transactions.getTransaction(trade.transactionId()));
            assertThat(found.status()).isEqualTo(TransactionStatus.COMPLETED);
            assertThat(found.amount()).isEqualTo(trade.fromAmount());
            assertThat(found.details()).isInstanceOfSatisfying(TransactionTradeDetails.class, details -> {
                assertThat(details.toAmount()).isEqualTo(trade.toAmount());
                assertThat(details.quoteId()).isEqualTo(trade.quoteId());
            });
            assertThat(client.send(Quotes.getQuote(trade.quoteId())).status()).isEqualTo(QuoteStatus.COMPLETED);
        }
        for (var payout : load.payouts()) {
            var found = client.send(Transactions.getTransaction(payout.transactionId()));
            assertThat(found.status()).isIn(TransactionStatus.LOCKED, TransactionStatus.COMPLETED);
            assertThat(found.amount()).isEqualTo(payout.amount());
            // What was prepared only after the crash was answered without its hash.
            payout.txHash().ifPresent(hash -> assertThat(found.details()).isInstanceOfSatisfying(
                    TransactionCryptoPayoutDetails.class, details -> assertThat(details.txHash()).hasValue(hash)));
        }
    }
}
