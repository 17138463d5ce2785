package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.transaction.ReviewPayout;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.PayoutControls;
import dev.corridor.service.Await;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an operator asks of payouts: an approval by another person, limits, and a cooling-off for new beneficiaries. */
@MicronautTest
class PayoutControlsTest {

    private static final FeeKey CRYPTO = FeeKey.cryptoPayout(Asset.USDC);
    private static final FeeKey FIAT = FeeKey.fiatPayout(Asset.EUR);
    private static final int CLIENTS = 64;

    private final World world;
    private final Customer acme;
    private final Customer colleague;

    PayoutControlsTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
        this.colleague = world.colleagueOf(acme);
    }

    @Test
    void a_payout_above_the_bound_waits_for_another_person_and_is_paid_when_they_approve_it() {
        approveAbove("5.00");
        acme.deposit("10.00", "EUR");
        var payout = acme.payOut(acme.aFiatPayout(acme.registerBankAccount(), "5.01")).isOk();

        assertThat(payout.text("/status")).isEqualTo("EXPECTED");
        assertThat(payout.text("/hold/waitsFor/0")).isEqualTo("APPROVAL");
        assertThat(acme.balance("EUR")).isEqualTo("10.00 + 0.00");
        var id = payout.text("/transactionId");
        assertThat(acme.api().get("/v1/transactions?status=EXPECTED").isOk().texts("transactionId")).containsExactly(id);
        assertThat(judge(acme, id, "approve").isError(403, "forbidden").message()).contains("another person");
        acme.api().post("/v1/sandbox/transactions/" + id + "/settle").isError(400, "invalid_request");

        var approved = judge(colleague, id, "approve").isOk();

        assertThat(approved.text("/status")).isEqualTo("LOCKED");
        assertThat(approved.text("/hold/createdBy")).startsWith("key_").isNotEqualTo(approved.text("/hold/decidedBy"));
        assertThat(acme.balance("EUR")).isEqualTo("4.99 + 5.01");
        judge(colleague, id, "approve").isError(409, "payout_not_waiting");
        acme.api().post("/v1/sandbox/transactions/" + id + "/settle").isOk();
        assertThat(acme.balance("EUR")).isEqualTo("4.99 + 0.00");
        world.assertThatTheBooksAddUp();
    }

    @Test
    void a_crypto_payout_is_sent_to_its_chain_after_its_approval() {
        world.control(acme, CRYPTO, controls(Optional.of(Money.of("1.00", Asset.USDC)), Optional.empty(), Optional.empty(), Optional.empty()));
        acme.deposit("7.00", "USDC");
        var id = acme.payOut(acme.aCryptoPayout(acme.registerWallet(), "7.00")).isOk().text("/transactionId");

        judge(colleague, id, "approve").isOk();
        world.clock.advance(Duration.ofMinutes(1));

        Await.until("it is signed", () -> acme.api().get("/v1/transactions/" + id).isOk().json().at("/details/txHash").isTextual());
        world.assertThatTheBooksAddUp();
    }

    @Test
    void of_many_approvals_at_once_one_takes_effect() throws Exception {
        approveAbove("5.00");
        acme.deposit("60.00", "EUR");
        var id = acme.payOut(acme.aFiatPayout(acme.registerBankAccount(), "6.00")).isOk().text("/transactionId");

        var answers = together(client -> judge(colleague, id, client % 2 == 0 ? "approve" : "reject"));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> answer.isError(409, "payout_not_waiting"));
        world.assertThatTheBooksAddUp();
    }

    @Test
    void a_rejected_payout_gives_its_reference_back_and_an_approval_is_repeatable() {
        approveAbove("5.00");
        acme.deposit("60.00", "EUR");
        var landlord = acme.registerBankAccount();
        var first = acme.payOut(acme.aFiatPayout(landlord, "6.00").with("reference", "INV-1")).isOk().text("/transactionId");
        acme.payOut(acme.aFiatPayout(landlord, "6.00").with("reference", "INV-1")).isError(409, "reference_taken");

        var rejected = judge(colleague, first, "reject").isOk();
        assertThat(rejected.text("/status")).isEqualTo("DECLINED");
        assertThat(rejected.text("/hold/declinedFor")).isEqualTo("REJECTED");

        var second = acme.payOut(acme.aFiatPayout(landlord, "6.00").with("reference", "INV-1")).isOk().text("/transactionId");
        var named = new Customer(colleague.api().with("Idempotency-Key", "k1"), acme.organization(), acme.account());
        var approved = judge(named, second, "approve").isOk();
        var again = judge(named, second, "approve").isOk();
        assertThat(again.body()).isEqualTo(approved.body());
        assertThat(again.isReplay()).isTrue();
        world.assertThatTheBooksAddUp();
    }

    @Test
    void what_is_not_approved_in_time_is_declined_by_time() {
        approveAbove("5.00");
        acme.deposit("6.00", "EUR");
        var id = acme.payOut(acme.aFiatPayout(acme.registerBankAccount(), "6.00")).isOk().text("/transactionId");
        world.execute("update payout_holds set expires_at = 'epoch', due_at = 'epoch' where ended_at is null");

        acme.awaitStatus(id, "DECLINED");

        var expired = acme.api().get("/v1/transactions/" + id).isOk();
        assertThat(expired.text("/hold/declinedFor")).isEqualTo("EXPIRED");
        judge(colleague, id, "approve").isError(409, "payout_not_waiting");
        world.assertThatTheBooksAddUp();
    }

    @Test
    void a_payout_of_more_than_the_bound_is_refused_with_the_bound() {
        world.control(acme, FIAT, controls(Optional.empty(), eur("5.00"), Optional.empty(), Optional.empty()));
        acme.deposit("10.00", "EUR");

        var refused = acme.speaking("problem+json").payOut(acme.aFiatPayout(acme.registerBankAccount(), "5.01"));

        assertThat(refused.text("/code")).isEqualTo("payout_too_large");
        assertThat(refused.json().at("/details").toString()).isEqualTo("{\"amount\":\"5.01\",\"limit\":\"5.00\",\"asset\":\"EUR\"}");
    }

    @Test
    void the_limits_of_a_day_say_what_is_used_and_when_they_reset_and_a_declined_payout_gives_its_part_back() {
        world.control(acme, FIAT, controls(Optional.empty(), Optional.empty(), eur("10.00"), eur("6.00")));
        acme.deposit("100.00", "EUR");
        var landlord = acme.registerBankAccount();
        var tailor = acme.registerBankAccount();
        var first = acme.payOut(acme.aFiatPayout(landlord, "6.00")).isOk();

        var refused = acme.speaking("problem+json").payOut(acme.aFiatPayout(tailor, "4.01"));
        assertThat(refused.json().at("/details").toString()).isEqualTo(
                "{\"per\":\"DAY\",\"limit\":\"10.00\",\"used\":\"6.00\",\"amount\":\"4.01\",\"resetsAt\":\"%s\",\"asset\":\"EUR\"}"
                        .formatted(midnightAfter(first.text("/createdAt"))));
        assertThat(acme.payOut(acme.aFiatPayout(landlord, "0.01")).isError(409, "payout_limit_exceeded").message())
                .startsWith("Payouts to one beneficiary are limited to 6.00 EUR a day, of which 6.00 EUR are used;");
        acme.api().post("/v1/sandbox/transactions/" + first.text("/transactionId") + "/decline").isOk();

        acme.payOut(acme.aFiatPayout(landlord, "6.00")).isOk();
        acme.payOut(acme.aFiatPayout(tailor, "4.00")).isOk();
        acme.payOut(acme.aFiatPayout(tailor, "0.01")).isError(409, "payout_limit_exceeded");
        world.assertThatTheBooksAddUp();
    }

    private static String midnightAfter(String moment) {
        return LocalDate.parse(moment.substring(0, 10)).plusDays(1) + "T00:00:00.000Z";
    }

    @Test
    void parallel_payouts_from_several_accounts_do_not_pass_the_limit_of_a_day_together() throws Exception {
        world.control(acme, FIAT, controls(Optional.empty(), Optional.empty(), eur("20.00"), Optional.empty()));
        var second = new Customer(
                acme.api(), acme.organization(), acme.api().post("/v1/accounts", Body.of("name", "Second")).isOk().text("/accountId"));
        acme.deposit("100.00", "EUR");
        second.deposit("100.00", "EUR");
        var payees = List.of(acme.registerBankAccount(), second.registerBankAccount());

        var answers = together(client -> {
            var payer = client % 2 == 0 ? acme : second;
            return payer.payOut(payer.aFiatPayout(payees.get(client % 2), "1.00"));
        });

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(20);
        assertThat(answers).filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> answer.isError(409, "payout_limit_exceeded"));
        world.assertThatTheBooksAddUp();
    }

    @Test
    void a_new_beneficiary_is_paid_after_its_cooling_off() {
        world.control(acme, FIAT, new PayoutControls(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Duration.ofHours(24))));
        acme.deposit("10.00", "EUR");
        var landlord = acme.registerBankAccount();

        var refused = acme.speaking("problem+json").payOut(acme.aFiatPayout(landlord, "1.00"));

        assertThat(refused.text("/code")).isEqualTo("beneficiary_cooling_off");
        assertThat(refused.text("/details/payableFrom")).isNotEmpty();
        world.execute("update beneficiaries set created_at = created_at - interval '24 hours' where organization_id = ?",
                OrganizationId.parse(acme.organization()).uuid());
        acme.payOut(acme.aFiatPayout(landlord, "1.00")).isOk();
    }

    @Test
    void a_payout_that_the_screening_wants_to_be_looked_at_waits_for_the_operator() {
        acme.deposit("10.00", "EUR");
        var dubious = acme.registerBankAccountOf("Ivan To Review");
        var approved = acme.payOut(acme.aFiatPayout(dubious, "4.00")).isOk();
        assertThat(approved.text("/status")).isEqualTo("EXPECTED");
        assertThat(approved.text("/hold/waitsFor/0")).isEqualTo("REVIEW");
        assertThat(acme.balance("EUR")).isEqualTo("10.00 + 0.00");
        judge(colleague, approved.text("/transactionId"), "approve").isError(409, "payout_not_waiting");
        judge(colleague, approved.text("/transactionId"), "reject").isError(409, "payout_not_waiting");
        var rejected = acme.payOut(acme.aFiatPayout(dubious, "5.00")).isOk().text("/transactionId");

        world.review(approved.text("/transactionId"), ReviewPayout.Verdict.APPROVE);
        world.review(rejected, ReviewPayout.Verdict.REJECT);

        acme.awaitStatus(approved.text("/transactionId"), "LOCKED");
        assertThat(acme.api().get("/v1/transactions/" + rejected).isOk().text("/hold/declinedFor")).isEqualTo("REJECTED");
        assertThat(acme.balance("EUR")).isEqualTo("6.00 + 4.00");
        assertThat(acme.api().get("/v1/audit").isOk().texts("action")).contains("payout.rejected");
        world.assertThatTheBooksAddUp();
    }

    @Test
    void a_scheduled_payout_is_made_at_its_time_or_declined_with_the_reason() {
        acme.deposit("6.00", "EUR");
        var landlord = acme.registerBankAccount();
        var made = scheduled(landlord, "6.00", "");
        var refused = scheduled(landlord, "7.00", "");
        assertThat(acme.balance("EUR")).isEqualTo("6.00 + 0.00");

        world.execute("update payout_holds set execute_at = 'epoch', due_at = 'epoch' where ended_at is null");

        acme.awaitStatus(made, "LOCKED");
        acme.awaitStatus(refused, "DECLINED");
        var declined = acme.api().get("/v1/transactions/" + refused).isOk();
        assertThat(declined.text("/hold/declinedFor")).isEqualTo("REFUSED");
        assertThat(declined.text("/hold/refusal/code")).isEqualTo("insufficient_funds");
        assertThat(acme.balance("EUR")).isEqualTo("0.00 + 6.00");
        world.assertThatTheBooksAddUp();
    }

    @Test
    void a_payout_that_waits_is_cancelled_and_its_reference_is_free() {
        var landlord = acme.registerBankAccount();
        var id = scheduled(landlord, "6.00", "INV-9");

        var cancelled = judge(acme, id, "cancel").isOk();

        assertThat(cancelled.text("/status")).isEqualTo("DECLINED");
        assertThat(cancelled.text("/hold/declinedFor")).isEqualTo("CANCELLED");
        assertThat(judge(colleague, id, "cancel").isOk().body()).isEqualTo(cancelled.body());
        scheduled(landlord, "6.00", "INV-9");
        acme.deposit("1.00", "EUR");
        var sent = acme.payOut(acme.aFiatPayout(landlord, "1.00")).isOk().text("/transactionId");
        judge(acme, sent, "cancel").isError(409, "payout_not_waiting");
        acme.payOut(acme.aFiatPayout(landlord, "1.00").with("executeAt", "2020-01-01T00:00:00Z")).isError(400, "validation_error");
        world.assertThatTheBooksAddUp();
    }

    private String scheduled(String beneficiary, String amount, String reference) {
        var payout = acme.aFiatPayout(beneficiary, amount)
                .with("executeAt", world.clock.instant().plus(Duration.ofDays(30)).toString());
        var answer = acme.payOut(reference.isEmpty() ? payout : payout.with("reference", reference)).isOk();
        assertThat(answer.text("/status")).isEqualTo("EXPECTED");
        return answer.text("/transactionId");
    }

    private void approveAbove(String bound) {
        world.control(acme, FIAT, controls(eur(bound), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static Optional<Money> eur(String amount) {
        return Optional.of(Money.of(amount, Asset.EUR));
    }

    private static PayoutControls controls(Optional<Money> approval, Optional<Money> payout, Optional<Money> day, Optional<Money> beneficiary) {
        return new PayoutControls(approval, payout, day, beneficiary, Optional.empty());
    }

    private static Answer judge(Customer by, String payout, String verdict) {
        return by.api().post("/v1/transactions/" + payout + "/" + verdict);
    }

    private static List<Answer> together(IntFunction<Answer> request) throws Exception {
        var start = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = IntStream.range(0, CLIENTS)
                    .<Future<Answer>>mapToObj(client -> executor.submit((Callable<Answer>) () -> {
                        start.await();
                        return request.apply(client);
                    }))
                    .toList();
            start.countDown();
            var answers = new ArrayList<Answer>();
            for (var each : sent) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}
