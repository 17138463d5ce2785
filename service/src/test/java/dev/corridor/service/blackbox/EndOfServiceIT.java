package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corridor.service.blackbox.Client.Answer;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a service ends in the middle of its work, told to or killed. The tests share a data directory, for creating it takes seconds. */
class EndOfServiceIT {

    private static final int CLIENTS = 8;
    private static final int ROUNDS_BEFORE_THE_END = 20;
    private static final int KILLS = 3;

    /** How the Java virtual machine ends on SIGTERM: with 128 and the signal's number. */
    private static final int TERMINATED = 143;

    @TempDir
    private static Path directory;

    /** How often which part of a round has taken place. */
    private record Rounds(long quotes, long trades, long payouts) {

        static Rounds in(Path dataDirectory) throws SQLException {
            try (var owner = Owner.ofDatabaseIn(dataDirectory)) {
                return new Rounds(
                        owner.count("quotes"),
                        owner.count("transactions where type = 'TRADE'"),
                        owner.count("transactions where type = 'CRYPTO_PAYOUT'"));
            }
        }

        static Rounds answered(Load load) {
            return new Rounds(load.quotes().size(), load.trades().size(), load.payouts().size());
        }

        Rounds plus(Rounds others) {
            return new Rounds(quotes + others.quotes, trades + others.trades, payouts + others.payouts);
        }
    }

    @Test
    void told_to_end_it_first_answers_what_it_has_begun() throws Exception {
        var corridor = Corridor.in(directory).with("CORRIDOR_DRAIN_SECONDS", "2").with("CORRIDOR_CHAIN_CONFIRMATION_SECONDS", "3600");
        try (var service = corridor.serve();
                var owner = Owner.ofDatabaseIn(corridor.dataDirectory())) {
            var before = Rounds.in(corridor.dataDirectory());
            var load = Load.start(CLIENTS, service);
            Await.until("the service is busy", () -> load.payouts().size() >= ROUNDS_BEFORE_THE_END);
            owner.execute("begin");
            owner.execute("select from accounts for update");
            // The first batch waits for the lock, and behind it, in the queue, whoever asks next: that is every client, at once.
            Await.until("the books wait", () -> owner.count("pg_stat_activity where wait_event_type = 'Lock'") > 0);

            service.terminate();
            Await.until("it is seen as not ready", () -> service.client().get("/health/readiness").status() == 503);
            Await.until("nobody new is let in", () -> refusesConnections(service));
            owner.execute("commit");
            load.awaitEnd();

            assertThat(load.answers()).allMatch(answer -> answer.status() == 200);
            assertThat(service.exitCode()).isEqualTo(TERMINATED);
            assertThat(corridor.dataDirectory().resolve("postgres/postmaster.pid")).as("its PostgreSQL").doesNotExist();
            assertThat(Rounds.in(corridor.dataDirectory())).isEqualTo(before.plus(Rounds.answered(load)));
        }
        assertThatBooksAddUp(corridor);
    }

    @Test
    void killed_it_has_lost_nothing_and_what_it_left_unanswered_can_be_sent_again() throws Exception {
        var corridor = Corridor.in(directory).with("CORRIDOR_CHAIN_CONFIRMATION_SECONDS", "1");
        var service = corridor.serve();
        try {
            for (int kill = 1; kill <= KILLS; kill++) {
                var key = service.printedKey();
                var before = Rounds.in(corridor.dataDirectory());
                var load = Load.start(CLIENTS, service);
                Await.until("the service is busy", () -> load.payouts().size() >= ROUNDS_BEFORE_THE_END);

                service.kill();
                load.awaitEnd();
                service = corridor.serve();

                load.repeatUnanswered(service.client());

                assertThat(service.printedKey()).isEqualTo(key);
                assertThat(load.answers()).allMatch(answer -> answer.status() == 200);
                assertThat(Rounds.in(corridor.dataDirectory())).isEqualTo(before.plus(Rounds.answered(load)));
                assertThatEverythingIsThere(load, service.client());
                assertThatBooksAddUp(corridor);
            }
        } finally {
            service.close();
        }
        assertThatBooksAddUp(corridor);
    }

    private static boolean refusesConnections(Serving service) throws IOException, InterruptedException {
        try {
            service.client().get("/health/readiness");
            return false;
        } catch (ConnectException e) {
            return true;
        }
    }

    private static void assertThatBooksAddUp(Corridor corridor) throws IOException, InterruptedException {
        var verified = corridor.run("verify-books");
        assertThat(verified.output()).isEmpty();
        assertThat(verified.exitCode()).isZero();
    }

    private static void assertThatEverythingIsThere(Load load, Client client) throws IOException, InterruptedException {
        for (var quote : load.quotes()) {
            var found = client.get("/v1/quotes/" + quote.text("quoteId"));
            assertThat(withoutStatus(found)).isEqualTo(withoutStatus(quote));
        }
        for (var trade : load.trades()) {
            var found = client.get("/v1/transactions/" + trade.text("transactionId"));
            assertThat(found.text("type")).isEqualTo("TRADE");
            assertThat(found.text("status")).isEqualTo("COMPLETED");
            assertThat(found.text("amount")).isEqualTo(trade.text("fromAmount"));
            assertThat(found.body().at("/details/toAmount").asText()).isEqualTo(trade.text("toAmount"));
            assertThat(found.body().at("/details/quoteId").asText()).isEqualTo(trade.text("quoteId"));
            assertThat(client.get("/v1/quotes/" + trade.text("quoteId")).text("status")).isEqualTo("COMPLETED");
        }
        for (var payout : load.payouts()) {
            var found = client.get("/v1/transactions/" + payout.text("transactionId"));
            assertThat(found.text("type")).isEqualTo("CRYPTO_PAYOUT");
            assertThat(found.text("status")).isIn("LOCKED", "COMPLETED");
            assertThat(found.text("amount")).isEqualTo(payout.text("amount"));
            assertThat(found.body().at("/details/txHash").asText()).isEqualTo(payout.text("txHash"));
        }
    }

    private static ObjectNode withoutStatus(Answer answer) {
        return answer.body().<ObjectNode>deepCopy().without("status");
    }
}
