package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.Await;
import dev.corridor.service.embedded.SharedPrograms;
import dev.corridor.service.settings.DatabaseAddress;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployment for real money, on a PostgreSQL that somebody else runs. */
class LiveIT {

    private static final Pattern CREATED = Pattern.compile(
            """
            organization (?<organization>org_[0-9a-f]{32})
            status       NOT_APPROVED
            account      (?<account>acct_[0-9a-f]{32})
            API key      (?<key>nxos_sk_live_c1_[0-9a-f]{72})  \\(shown this once\\)
            """);

    private static final String UNKNOWN = "txn_00000000000070008000000000000000";

    @TempDir
    private Path directory;

    @Test
    void the_first_customer_gets_in_by_the_printed_key_and_finds_no_sandbox() throws Exception {
        try (var database = SharedPrograms.start(directory.resolve("database of somebody else"))) {
            var corridor = liveOn(database.address(), directory);
            var created = createAcme(corridor);
            try (var service = corridor.serve()) {
                assertThat(service.printed()).containsExactly("corridor ready on " + service.url());
                var client = new Client(service.url(), created.group("key"));
                var organization = client.get("/v1/organizations/" + created.group("organization"));
                assertThat(organization.text("name")).isEqualTo("Acme");
                var account = client.get("/v1/accounts/" + created.group("account"));
                assertThat(account.status()).isEqualTo(200);
                assertThat(account.text("isPrimary")).isEqualTo("true");

                var deposit = client.post(
                        "/v1/sandbox/deposits",
                        """
                        {"accountId":"%s","asset":"USD","amount":"1.00"}""".formatted(created.group("account")));

                assertThat(deposit.status()).isEqualTo(403);
                assertThat(deposit.errorCode()).isEqualTo("forbidden");
                assertThat(new Client(service.url(), "nxos_sk_test_" + "0".repeat(64)).get("/v1/accounts").errorCode())
                        .isEqualTo("invalid_api_key");

                var key = client.get("/v1/api-keys").body().at("/data/0/apiKeyId").asText();
                assertThat(reversal(client).errorCode()).isEqualTo("forbidden");
                var grant = corridor.run("key", key, "allow-reversals");
                assertThat(grant.exitCode()).as(grant.errors()).isZero();
                assertThat(grant.output()).contains(key, "transactions:reverse");
                Await.until("the key may reverse", () -> reversal(client).errorCode().equals("not_found"));
                assertThat(corridor.run("key", key, "forbid-reversals").output()).doesNotContain("transactions:reverse");
                Await.until("the key may not", () -> reversal(client).errorCode().equals("forbidden"));
                var nothingToReturn = corridor.run("payout", UNKNOWN, "return", "--evidence", "camt.053 of today");
                assertThat(nothingToReturn.exitCode()).isEqualTo(1);
                assertThat(nothingToReturn.output()).isEqualTo("Transaction not found.\n");
                assertThat(corridor.run("suspense").output()).isEmpty();
            }
            assertThat(corridor.run("verify-books").exitCode()).isZero();
            assertThat(corridor.dataDirectory()).doesNotExist();
        }
    }

    static Corridor liveOn(DatabaseAddress database, Path directory) {
        return Corridor.in(directory)
                .with("CORRIDOR_ENVIRONMENT", "live")
                .with("CORRIDOR_RATES", "USD/USDC=1,EUR/USDC=1.08")
                .with("CORRIDOR_MASTER_KEY", "0123456789abcdef".repeat(4))
                .with("CORRIDOR_TOKEN_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")
                .with("CORRIDOR_WARM_UP_SECONDS", "1")
                .with("CORRIDOR_DATABASE_URL", urlOf(database));
    }

    /** By the operator's commands. Answers what was printed: organization, account and key. */
    static Matcher createAcme(Corridor corridor) throws Exception {
        var creation = corridor.run("create-organization", "Acme");
        assertThat(creation.exitCode()).as(creation.errors()).isZero();
        assertThat(creation.output()).matches(CREATED);
        var created = CREATED.matcher(creation.output());
        created.matches();
        var approval = corridor.run("organization", created.group("organization"), "approve");
        assertThat(approval.exitCode()).as(approval.errors()).isZero();
        return created;
    }

    private static Client.Answer reversal(Client client) throws Exception {
        return client.post("/v1/transactions/" + UNKNOWN + "/reverse", "{\"reason\":\"Wrong price\",\"evidence\":\"Ticket 7\"}");
    }

    @Test
    void books_that_nobody_can_look_at_are_neither_clean_nor_wrong() throws Exception {
        var corridor = Corridor.in(directory);

        var unreachable = corridor.with("CORRIDOR_DATABASE_URL", "postgres://corridor:secret@127.0.0.1:1/corridor").run("verify-books");
        var missing = corridor.run("verify-books");

        assertThat(unreachable.exitCode()).isEqualTo(3);
        assertThat(unreachable.output()).isEmpty();
        assertThat(unreachable.errors()).startsWith("the books could not be checked: Connection to 127.0.0.1:1 refused");
        assertThat(missing).isEqualTo(new Corridor.Ending(3, "", "there is no database in " + corridor.dataDirectory() + "\n"));
    }

    /** As hosting providers hand it out. */
    static String urlOf(DatabaseAddress address) {
        var userAndPassword = address.user() + ":" + address.password();
        return address.url().replace("jdbc:postgresql://", "postgres://" + userAndPassword + "@");
    }
}
