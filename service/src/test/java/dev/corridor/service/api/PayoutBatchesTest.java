package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.Await;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Payouts that are handed in together: checked as a whole, decided one by one. */
@MicronautTest
class PayoutBatchesTest {

    private static final String JSON_LINES = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final String HEADER = "accountId,beneficiaryId,amount,asset,method,reference,description\r\n";

    private final World world;
    private final Customer acme;
    private final String landlord;

    PayoutBatchesTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
        this.landlord = acme.registerBankAccount();
    }

    @Test
    void json_lines_are_paid_each_by_itself_over_a_bank_or_a_chain() {
        acme.deposit("3.00", "EUR");
        acme.deposit("7.00", "USDC");
        var wallet = acme.registerWallet();
        var lines = fiat("1.00", "A-1") + "\n\n" + fiat("9.00", "A-2") + "\n" + acme.aCryptoPayout(wallet, "7.00") + "\n";

        var batch = acme.handIn(JSON_LINES, lines).isOk();
        var path = "/v1/payout-batches/" + batch.text("/batchId");
        assertThat(batch.json().at("/counts/total").asInt()).isEqualTo(3);
        awaitAllDecided(path);

        var items = acme.api().get(path + "/items").isOk();
        assertThat(items.texts("status")).containsExactly("SUBMITTED", "REFUSED", "SUBMITTED");
        assertThat(items.text("/data/1/refusal/code")).isEqualTo("insufficient_funds");
        assertThat(acme.api().get("/v1/transactions/" + items.text("/data/0/transactionId")).isOk().text("/reference")).isEqualTo("A-1");
        assertThat(acme.api().get(path + "/items?status=REFUSED").isOk().texts("reference")).containsExactly("A-2");
        assertThat(acme.balance("EUR")).isEqualTo("2.00 + 1.00");
        assertThat(acme.api().get("/v1/payout-batches?limit=1").isOk().texts("batchId")).containsExactly(batch.text("/batchId"));
        assertThat(acme.api().get("/v1/audit").isOk().texts("action")).contains("payout_batch.created");
        Await.until("it is sent", () -> {
            world.clock.advance(Duration.ofSeconds(10));
            return acme.api().get("/v1/transactions/" + items.text("/data/2/transactionId")).isOk().json().at("/details/txHash").isTextual();
        });
        world.assertThatTheBooksAddUp();
    }

    @Test
    void a_batch_is_taken_once_per_key_and_another_text_is_another_request() {
        acme.deposit("3.00", "EUR");
        var named = new Customer(acme.api().with("Idempotency-Key", "k1"), acme.organization(), acme.account());
        var csv = HEADER + row("1.00", "B-1", "\"Rent, \"\"March\"\"\"");

        var first = named.handIn(CSV, csv).isOk();
        var again = named.handIn(CSV, csv).isOk();

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.isReplay()).isTrue();
        named.handIn(CSV, csv + row("1.00", "B-2", "")).isError(409, "idempotency_key_in_use");
        awaitAllDecided("/v1/payout-batches/" + first.text("/batchId"));
        var paid = acme.api().get("/v1/transactions?reference=B-1").isOk();
        assertThat(paid.texts("description")).containsExactly("Rent, \"March\"");
    }

    @Test
    void all_faults_are_listed_with_their_lines_and_nothing_is_kept() {
        var csv = HEADER + row("1.00", "C-1", "") + row("0", "C-2", "") + "acct_7,too few\r\n" + row("1.00", "C-1", "");

        var refused = acme.speaking("problem+json").handIn(CSV, csv);

        assertThat(refused.text("/code")).isEqualTo("validation_error");
        assertThat(refused.json().at("/errors").findValuesAsText("pointer")).containsExactly("#/items/2/amount", "#/items/3");
        assertThat(refused.json().at("/errors").findValuesAsText("detail")).allMatch(detail -> detail.matches(".*\\(line [34]\\)"));
        acme.handIn(CSV, HEADER + row("1.00", "C-1", "") + row("1.00", "C-1", "")).isError(400, "validation_error");
        acme.handIn(CSV, HEADER).isError(400, "validation_error");
        acme.handIn(JSON_LINES, "[]").isError(400, "validation_error");
        acme.handIn(JSON_LINES, fiat("1.00", "C-1") + "\n" + "{\"amuont\":\"1.00\"}").isError(400, "validation_error");
        var tooMany = IntStream.rangeClosed(1, 10_001).mapToObj(number -> row("1.00", "D-" + number, "")).collect(Collectors.joining());
        acme.handIn(CSV, HEADER + tooMany).isError(400, "validation_error");
        acme.handIn(CSV, HEADER + " ".repeat(5 << 20)).isError(400, "invalid_request");
        assertThat(acme.api().get("/v1/payout-batches").isOk().texts("batchId")).isEmpty();
    }

    @Test
    void of_a_cancelled_batch_nothing_more_is_paid() {
        var batch = acme.handIn(CSV, HEADER + row("1.00", "E-1", "")).isOk().text("/batchId");

        var cancelled = acme.api().post("/v1/payout-batches/" + batch + "/cancel").isOk();

        assertThat(cancelled.json().at("/cancelledAt").isTextual()).isTrue();
        acme.api().post("/v1/payout-batches/" + batch + "/cancel").isOk();
        acme.api().post("/v1/payout-batches/batch_00000000000070008000000000000000/cancel").isError(404, "not_found");
    }

    private void awaitAllDecided(String path) {
        Await.until("all is decided", () -> {
            world.clock.advance(Duration.ofSeconds(1));
            return acme.api().get(path).isOk().json().at("/counts/pending").asInt() == 0;
        });
    }

    private String fiat(String amount, String reference) {
        return acme.aFiatPayout(landlord, amount).with("reference", reference).toString();
    }

    private String row(String amount, String reference, String description) {
        return "%s,%s,%s,EUR,SEPA,%s,%s\r\n".formatted(acme.account(), landlord, amount, reference, description);
    }
}
