package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.corridor.service.Await;
import dev.corridor.service.documents.Document;
import dev.corridor.service.embedded.DatabaseOutage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox as new users see it. The tests share one service, because a start takes seconds. */
class SandboxIT {

    @TempDir
    private static Path directory;

    private static Corridor corridor;
    private static Serving service;

    @BeforeAll
    static void serve() throws IOException, InterruptedException {
        corridor = Corridor.in(directory);
        service = corridor.serve();
    }

    @AfterAll
    static void end() throws InterruptedException {
        service.close();
    }

    @Test
    void the_lines_that_it_prints_tell_the_story_when_they_are_pasted() throws Exception {
        var lines = service.printed().stream().filter(line -> line.startsWith("  ")).collect(Collectors.joining("\n", "", "\n"));

        var told = Shell.paste(lines);

        assertThat(told.lines())
                .as(told)
                .satisfiesExactly(
                        account -> assertThat(account).contains("\"object\":\"account\"", "\"asset\":\"USD\",\"amount\":\"1000000.00\""),
                        quote -> assertThat(quote).contains("\"object\":\"quote\"", "\"toAmount\":\"9997.000000\"", "\"PENDING\""),
                        trade -> assertThat(trade).contains("\"object\":\"trade\"", "\"toAmount\":\"9997.000000\"", "\"COMPLETED\""),
                        beneficiary -> assertThat(beneficiary).contains("\"beneficiaryId\":\"bene_"),
                        payout -> assertThat(payout).contains("\"type\":\"CRYPTO_PAYOUT\"", "\"amount\":\"5000.000000\"", "\"LOCKED\""),
                        seenAgain -> assertThat(seenAgain).contains("\"type\":\"CRYPTO_PAYOUT\"", "\"amount\":\"5000.000000\""));
    }

    @Test
    void a_second_one_on_its_port_says_so_and_ends(@TempDir Path elsewhere) throws Exception {
        int port = URI.create(service.url()).getPort();

        var second = Corridor.in(elsewhere).with("CORRIDOR_PORT", Integer.toString(port)).run("serve");

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.errors()).contains("cannot listen on port " + port + ": another process has the port").doesNotContain("\tat ");
    }

    @Test
    void the_readme_tells_the_story_as_it_goes() throws Exception {
        var story = Document.named("README.md").between("story: begin", "story: end");

        var told = Shell.paste(story.replace("http://localhost:8080", service.url())
                .replace("nxos_sk_test_...", service.printedKey())
                .replace("acct_...", service.printedAccount()));

        assertThat(told.lines())
                .as(told)
                .satisfiesExactly(
                        deposit -> assertThat(deposit).contains("\"type\":\"FIAT_PAYIN\"", "\"amount\":\"25000.00\"", "\"COMPLETED\""),
                        account -> assertThat(account).contains("\"object\":\"account\"", "\"asset\":\"USD\""),
                        quote -> assertThat(quote).contains("\"object\":\"quote\"", "\"appliedRate\":\"1.0003\"", "\"PENDING\""),
                        trade -> assertThat(trade).contains("\"object\":\"trade\"", "\"toAmount\":\"9997.000000\"", "\"COMPLETED\""),
                        secondTrade -> assertThat(secondTrade).contains("\"quote_already_used\""),
                        conversion -> assertThat(conversion).contains("\"object\":\"trade\"", "\"toAmount\":\"99.970000\"", "\"COMPLETED\""),
                        settled -> assertThat(settled).contains("\"type\":\"CRYPTO_PAYOUT\"", "\"COMPLETED\""),
                        payout -> assertThat(payout).contains("\"type\":\"CRYPTO_PAYOUT\"", "\"COMPLETED\"", "\"txHash\":\"0x"),
                        entries -> assertThat(entries).contains("\"object\":\"list\"", "\"amount\":\"-5000.000000\""));
    }

    @Test
    void a_second_service_on_the_same_data_directory_is_refused() throws Exception {
        var second = corridor.run("serve");

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output()).isEmpty();
        assertThat(second.errors())
                .isEqualTo("another Corridor uses the data directory " + corridor.dataDirectory()
                        + ": stop it, or give this one its own by CORRIDOR_DATA_DIR\n");
        assertThat(service.client().get("/v1/accounts").status()).isEqualTo(200);
    }

    @Test
    void books_that_do_not_add_up_are_found() throws Exception {
        try (var owner = Owner.ofDatabaseIn(corridor.dataDirectory())) {
            owner.execute("update balances set available = available + 1 where asset = 'USD'");

            var found = corridor.run("verify-books");

            assertThat(found.exitCode()).isEqualTo(1);
            assertThat(found.output().lines()).isNotEmpty().allSatisfy(line -> {
                var difference = new ObjectMapper().readTree(line);
                assertThat(difference.path("check").asText()).isIn("balance_differs_from_entries", "newest_entry_differs_from_balance");
                assertThat(difference.path("accountId").asText()).isEqualTo(service.printedAccount());
                assertThat(difference.path("asset").asText()).isEqualTo("USD");
            });

            owner.execute("update balances set available = available - 1 where asset = 'USD'");
        }
        assertThat(corridor.run("verify-books")).isEqualTo(new Corridor.Ending(0, "", ""));
    }

    @Test
    void months_are_closed_while_it_works_and_everything_is_checked_when_asked_for() throws Exception {
        var closed = corridor.run("close-month");

        assertThat(closed.exitCode()).as(closed.output() + closed.errors()).isZero();
        assertThat(new ObjectMapper().readTree(closed.output()).path("previous").asText()).isEqualTo("-");
        assertThat(corridor.run("close-month").output()).isEqualTo("every month that has ended is closed\n");
        assertThat(corridor.run("close-month", "2020-01").exitCode()).isEqualTo(1);
        assertThat(corridor.run("close-month", "May").exitCode()).isEqualTo(2);
        assertThat(corridor.run("verify-books")).isEqualTo(new Corridor.Ending(0, "", ""));
        assertThat(corridor.run("verify-books", "--all")).isEqualTo(new Corridor.Ending(0, "", ""));
    }

    @Test
    void without_its_database_it_says_so_within_seconds_and_it_recovers() throws Exception {
        var client = service.client();
        var outage = DatabaseOutage.begin(corridor.dataDirectory());

        long asked = System.nanoTime();
        // A key stays cached for up to a second.
        Await.until("the key must be looked up again", () -> client.get("/v1/accounts").status() == 401);
        var refused = client.get("/v1/accounts");
        var waited = Duration.ofNanos(System.nanoTime() - asked);
        var readiness = client.get("/health/readiness");
        var liveness = client.get("/health/liveness");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.errorCode()).isEqualTo("authentication_failed");
        assertThat(waited).isLessThan(Duration.ofSeconds(30));
        assertThat(readiness.status()).isEqualTo(503);
        assertThat(readiness.text("status")).isEqualTo("DOWN");
        assertThat(liveness.status()).isEqualTo(200);

        outage.end();

        Await.until("it is ready again", () -> client.get("/health/readiness").status() == 200);
        assertThat(client.get("/v1/accounts").status()).isEqualTo(200);
    }
}
