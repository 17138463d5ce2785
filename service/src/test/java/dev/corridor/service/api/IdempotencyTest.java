package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.chain.SimulatedChain;
import dev.corridor.persistence.books.verify.Difference;
import dev.corridor.domain.organization.OrganizationStatus;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Requests that are named with an Idempotency-Key. Source: the NXOS contract, section 1, "Idempotency". */
@MicronautTest
class IdempotencyTest {

    private static final int CROWD = 1_000;

    private final World world;
    private final Customer acme;

    IdempotencyTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    @Test
    void a_request_that_comes_again_is_answered_again_byte_for_byte() {
        acme.deposit("100.00", "USD");
        var quote = acme.quote("10.00");

        var first = named("k1").post("/v1/quotes/" + quote + "/execute").isOk();
        var again = named("k1").post("/v1/quotes/" + quote + "/execute").isOk();

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.isReplay()).isFalse();
        assertThat(again.isReplay()).isTrue();
        assertThat(again.requestId()).isNotEqualTo(first.requestId());
        assertThat(acme.balance("USD")).isEqualTo("90.00 + 0.00");
    }

    @Test
    void every_request_that_changes_something_can_be_named() {
        acme.deposit("100.00", "EUR");
        acme.deposit("100.00", "USDC");
        var wallet = acme.registerWallet();
        var bankAccount = acme.registerBankAccount();
        var payout = acme.payOut(acme.aFiatPayout(bankAccount, "1.00")).text("/transactionId");

        assertRepeatable("/v1/accounts", Body.of("name", "Second"));
        assertRepeatable("/v1/beneficiaries/crypto", acme.aWallet());
        assertRepeatable("/v1/beneficiaries/bank", acme.aBankAccount());
        assertRepeatable("/v1/quotes", acme.aQuote("10.00"));
        assertRepeatable("/v1/transactions/crypto-payouts", acme.aCryptoPayout(wallet, "1.00"));
        assertRepeatable("/v1/transactions/fiat-payouts", acme.aFiatPayout(bankAccount, "1.00"));
        assertRepeatable("/v1/sandbox/deposits", acme.aDeposit("1.00", "EUR"));
        assertRepeatable("/v1/sandbox/transactions/" + payout + "/settle", Body.of());

        var archive = "/v1/beneficiaries/" + wallet + "?accountId=" + acme.account();
        assertThat(named("k").delete(archive).isOk().body()).isEqualTo(named("k").delete(archive).isOk().body());
        assertThat(acme.balance("EUR")).isEqualTo("99.00 + 1.00");
        assertThat(acme.balance("USDC")).isEqualTo("99.000000 + 1.000000");
        world.assertThatTheBooksAddUp();
    }

    @Test
    void an_answer_about_a_transaction_that_is_not_there_does_not_escape_the_check_of_the_books() {
        named("k1").post("/v1/sandbox/deposits", acme.aDeposit("100.00", "USD")).isOk();
        named("k2").post("/v1/quotes/" + acme.quote("10.00") + "/execute").isOk();
        named("k3").post("/v1/transactions/crypto-payouts", acme.aCryptoPayout(acme.registerWallet(), "1.00")).isOk();

        var differences = world.differencesWhileAnswersAreWrong();

        assertThat(differences)
                .filteredOn(difference -> difference.facts().containsValue(acme.organization()))
                .extracting(Difference::check)
                .hasSize(3)
                .containsOnly("answer_without_its_transaction");
        world.assertThatTheBooksAddUp();
    }

    @Test
    void refusals_are_answered_again_too_even_when_they_would_not_be_refused_any_more() {
        var quote = acme.quote("10.00");
        var unfunded = named("k1").post("/v1/quotes/" + quote + "/execute").isError(400, "insufficient_funds");
        var invalid = named("k2").post("/v1/quotes", acme.aQuote("-1")).isError(400, "validation_error");
        acme.deposit("100.00", "USD");

        var unfundedAgain = named("k1").post("/v1/quotes/" + quote + "/execute").isError(400, "insufficient_funds");
        var invalidAgain = named("k2").post("/v1/quotes", acme.aQuote("-1")).isError(400, "validation_error");

        assertThat(unfundedAgain.body()).isEqualTo(unfunded.body());
        assertThat(invalidAgain.body()).isEqualTo(invalid.body());
        assertThat(unfundedAgain.isReplay()).isTrue();
        assertThat(invalidAgain.isReplay()).isTrue();
        acme.execute(quote).isOk();
    }

    /** Of each kind one: what a key, its tier, its organization and its account may not do, another may, or the same later. */
    @Test
    void a_refusal_that_depends_on_who_asks_uses_up_no_name() {
        var rival = world.newCustomerWithoutCryptoPayouts();
        rival.deposit("1.00", "USDC");
        var payout = rival.aCryptoPayout(rival.registerWallet(), "1.00");
        var aReader = Body.of("name", "Reader").with("{\"permissions\":[\"accounts:read\"],\"tier\":\"STREAM\"}");
        var aManager = Body.of("name", "Manager").with("{\"permissions\":[\"api-keys:write\"],\"tier\":\"QUANT\"}");
        var aFastManager = aManager.with("name", "Fast").with("tier", "PULSE");
        var strong = rival.api().with("Idempotency-Key", "k1");
        var weak = strong.withKey(rival.api().post("/v1/api-keys", aManager).isOk().text("/secret"));
        var account = Body.of("name", "Second");

        weak.post("/v1/accounts", account).isError(403, "forbidden");
        weak.post("/v1/api-keys", aReader).isError(403, "forbidden");
        strong.post("/v1/api-keys", aReader).isOk();
        weak.with("Idempotency-Key", "k2").post("/v1/api-keys", aFastManager).isError(403, "tier_insufficient");
        strong.with("Idempotency-Key", "k2").post("/v1/api-keys", aFastManager).isOk();
        world.setStatus(rival, OrganizationStatus.NOT_APPROVED);
        strong.post("/v1/accounts", account).isError(403, "client_inactive");
        world.setStatus(rival, OrganizationStatus.APPROVED);
        strong.post("/v1/accounts", account).isOk();
        strong.post("/v1/transactions/crypto-payouts", payout).isError(403, "forbidden");
        world.enableCryptoPayouts(rival);
        world.suspend(rival.account());
        strong.post("/v1/transactions/crypto-payouts", payout).isError(403, "forbidden");
        world.reactivate(rival.account());
        strong.post("/v1/transactions/crypto-payouts", payout).isOk();

        assertThat(rival.balance("USDC")).isEqualTo("0.000000 + 1.000000");
    }

    @Test
    void a_key_that_named_another_request_is_in_use() {
        named("k1").post("/v1/quotes", acme.aQuote("10.00")).isOk();

        var other = named("k1").post("/v1/quotes", acme.aQuote("11.00")).isError(409, "idempotency_key_in_use");

        assertThat(other.message()).contains("fromAmount");
        named("k1").post("/v1/quotes", acme.aQuote("-1")).isError(409, "idempotency_key_in_use");
    }

    @Test
    void what_counts_is_what_a_request_says_not_how_it_is_written() {
        var first = named("k1").post(
                "/v1/quotes",
                "{\"accountId\":\"%s\",\"fromAsset\":\"USD\",\"toAsset\":\"USDC\",\"fromAmount\":\"10.00\"}".formatted(acme.account()));
        var again = named("k1").post(
                "/v1/quotes",
                """
                {"toAmount": null, "fromAmount": "10.00",
                 "toAsset": "USDC", "fromAsset": "USD", "unknown": 1, "accountId": "%s"}"""
                        .formatted(acme.account()));

        assertThat(again.isOk().body()).isEqualTo(first.isOk().body());
    }

    @Test
    void another_organization_may_use_the_same_key() {
        var other = world.newCustomer();
        named("k1").post("/v1/sandbox/deposits", acme.aDeposit("1.00", "USD")).isOk();

        var theirs = other.api().with("Idempotency-Key", "k1").post("/v1/sandbox/deposits", other.aDeposit("1.00", "USD")).isOk();

        assertThat(theirs.isReplay()).isFalse();
        assertThat(other.balance("USD")).isEqualTo("1.00 + 0.00");
    }

    @Test
    void whoever_may_not_ask_any_more_is_not_answered_again() {
        var fired = world.newCustomer();
        fired.api().with("Idempotency-Key", "k1").post("/v1/quotes", fired.aQuote("1.00")).isOk();

        world.setStatus(fired, OrganizationStatus.CLOSED);

        fired.api().with("Idempotency-Key", "k1").post("/v1/quotes", fired.aQuote("1.00")).isError(403, "client_inactive");
    }

    @Test
    void a_refused_send_may_be_tried_again_under_the_same_key_and_one_without_an_answer_is_not_sent_again() {
        acme.deposit("10.00", "USDC");
        var refusing = acme.registerWallet(SimulatedChain.REFUSES);
        var silent = acme.registerWallet(SimulatedChain.TIMES_OUT);

        named("k1").post("/v1/transactions/crypto-payouts", acme.aCryptoPayout(refusing, "1.00")).isError(502, "chain_send_failed");
        var refusedAgain = named("k1").post("/v1/transactions/crypto-payouts", acme.aCryptoPayout(refusing, "1.00"));
        named("k2").post("/v1/transactions/crypto-payouts", acme.aCryptoPayout(silent, "4.00")).isError(502, "chain_send_failed");
        var lookedUp = named("k2").post("/v1/transactions/crypto-payouts", acme.aCryptoPayout(silent, "4.00")).isOk();

        refusedAgain.isError(502, "chain_send_failed");
        assertThat(refusedAgain.isReplay()).isFalse();
        assertThat(lookedUp.isReplay()).isTrue();
        assertThat(lookedUp.text("/status")).isEqualTo("LOCKED");
        assertThat(acme.balance("USDC")).isEqualTo("6.000000 + 4.000000");
    }

    @Test
    void answers_are_forgotten_after_a_day() {
        named("k1").post("/v1/sandbox/deposits", acme.aDeposit("1.00", "USD")).isOk();

        world.clock.advance(Duration.ofHours(24));

        assertThat(named("k1").post("/v1/sandbox/deposits", acme.aDeposit("2.00", "USD")).isOk().isReplay()).isFalse();
        assertThat(acme.balance("USD")).isEqualTo("3.00 + 0.00");
    }

    @Test
    void a_key_is_short_and_printable_and_reading_ignores_it() {
        named("k".repeat(256)).post("/v1/quotes", acme.aQuote("1.00")).isError(400, "invalid_request");
        named("a key").post("/v1/quotes", acme.aQuote("1.00")).isError(400, "invalid_request");
        named("k".repeat(255)).post("/v1/quotes", acme.aQuote("1.00")).isOk();

        assertThat(named("k1").get("/v1/accounts").isOk().isReplay()).isFalse();
        assertThat(named("k1").get("/v1/accounts").isOk().isReplay()).isFalse();
    }

    @Test
    void a_crowd_with_one_key_has_one_effect_and_one_answer() {
        var everybodyIsReady = new CountDownLatch(CROWD);
        var answers = new ConcurrentLinkedQueue<Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CROWD; i++) {
                threads.submit(() -> {
                    everybodyIsReady.countDown();
                    everybodyIsReady.await();
                    return answers.add(named("k1").post("/v1/sandbox/deposits", acme.aDeposit("1.00", "USD")));
                });
            }
        }

        assertThat(answers).hasSize(CROWD);
        assertThat(answers.stream().filter(Answer::isRefusal).map(Answer::code).collect(Collectors.toSet()))
                .isSubsetOf(Set.of("idempotency_request_in_flight"));
        assertThat(answers.stream().filter(answer -> !answer.isRefusal()).map(Answer::body).distinct()).hasSize(1);
        assertThat(acme.balance("USD")).isEqualTo("1.00 + 0.00");
        world.assertThatTheBooksAddUp();
    }

    private void assertRepeatable(String path, Body body) {
        var first = named("k").post(path, body).isOk();
        var again = named("k").post(path, body).isOk();

        assertThat(again.body()).as(path).isEqualTo(first.body());
        assertThat(again.isReplay()).as(path).isTrue();
    }

    private ApiClient named(String key) {
        return acme.api().with("Idempotency-Key", key);
    }
}
