package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.chain.SimulatedChain;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How payouts end: by the simulated chain, or by a request of the sandbox. */
@MicronautTest
class PayoutEndTest {

    private static final Duration CONFIRMATION_TIME = Duration.ofSeconds(15);

    private final World world;
    private final Customer acme;

    PayoutEndTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
        acme.deposit("10.000000", "USDC");
    }

    @Test
    void an_ordinary_payout_is_completed_when_the_chain_has_confirmed_it() {
        var payout = payOutTo(Customer.AN_ADDRESS).isOk().text("/transactionId");

        world.clock.advance(CONFIRMATION_TIME);

        acme.awaitStatus(payout, "COMPLETED");
        assertThat(acme.balance("USDC")).isEqualTo("6.000000 + 0.000000");
        world.assertThatTheBooksAddUp();
    }

    @Test
    void a_payout_that_the_chain_refuses_is_declined_at_once() {
        var refusal = payOutTo(SimulatedChain.REFUSES).isError(502, "chain_send_failed");

        assertThat(refusal.message()).contains(newestTransaction(), "DECLINED", "released");
        assertThat(acme.statusOf(newestTransaction())).isEqualTo("DECLINED");
        assertThat(acme.balance("USDC")).isEqualTo("10.000000 + 0.000000");
        world.assertThatTheBooksAddUp();
    }

    @Test
    void a_payout_that_the_chain_does_not_answer_stays_locked_and_is_completed_later() {
        var refusal = payOutTo(SimulatedChain.TIMES_OUT).isError(502, "chain_send_failed");

        assertThat(refusal.message()).contains(newestTransaction(), "LOCKED", "do not send it again");
        assertThat(acme.statusOf(newestTransaction())).isEqualTo("LOCKED");
        assertThat(acme.balance("USDC")).isEqualTo("6.000000 + 4.000000");

        world.clock.advance(CONFIRMATION_TIME);
        acme.awaitStatus(newestTransaction(), "COMPLETED");
        assertThat(acme.balance("USDC")).isEqualTo("6.000000 + 0.000000");
        world.assertThatTheBooksAddUp();
    }

    @Test
    void a_payout_that_settles_late_is_locked_until_then() {
        var late = payOutTo(SimulatedChain.SETTLES_LATE).isOk().text("/transactionId");
        var ordinary = payOutTo(Customer.AN_ADDRESS).isOk().text("/transactionId");

        world.clock.advance(CONFIRMATION_TIME);
        acme.awaitStatus(ordinary, "COMPLETED");
        assertThat(acme.statusOf(late)).isEqualTo("LOCKED");

        world.clock.advance(CONFIRMATION_TIME.multipliedBy(SimulatedChain.LATE_FACTOR - 1));
        acme.awaitStatus(late, "COMPLETED");
    }

    @Test
    void a_payout_that_fails_on_the_chain_gives_the_money_back() {
        var payout = payOutTo(SimulatedChain.FAILS).isOk().text("/transactionId");
        assertThat(acme.balance("USDC")).isEqualTo("6.000000 + 4.000000");

        world.clock.advance(CONFIRMATION_TIME);

        acme.awaitStatus(payout, "DECLINED");
        assertThat(acme.balance("USDC")).isEqualTo("10.000000 + 0.000000");
        world.assertThatTheBooksAddUp();
    }

    @Test
    void what_the_sandbox_has_ended_the_chain_does_not_end_again() {
        var ended = payOutTo(SimulatedChain.FAILS).isOk().text("/transactionId");
        var ordinary = payOutTo(Customer.AN_ADDRESS).isOk().text("/transactionId");
        settle(ended).isOk();

        world.clock.advance(CONFIRMATION_TIME);

        acme.awaitStatus(ordinary, "COMPLETED");
        assertThat(acme.statusOf(ended)).isEqualTo("COMPLETED");
        assertThat(acme.balance("USDC")).isEqualTo("2.000000 + 0.000000");
    }

    @Test
    void the_same_ending_again_changes_nothing_and_the_other_one_is_refused() {
        var payout = payOutTo(Customer.AN_ADDRESS).isOk().text("/transactionId");

        var settled = settle(payout).isOk();

        assertThat(settle(payout).isOk().body()).isEqualTo(settled.body());
        assertThat(decline(payout).isError(400, "invalid_request").message()).contains("COMPLETED");
        assertThat(acme.balance("USDC")).isEqualTo("6.000000 + 0.000000");
    }

    @Test
    void how_far_a_payout_has_got_stands_where_it_is_read_and_nowhere_else() {
        var unanswered = payOutTo(SimulatedChain.TIMES_OUT).isError(502, "chain_send_failed");
        assertThat(unanswered.message()).contains("LOCKED");
        var payout = newestTransaction();

        var underWay = read(payout);
        assertThat(underWay.text("/dispatch/state")).isEqualTo("PREPARED");
        assertThat(underWay.text("/dispatch/lastReason")).isEqualTo("NO_ANSWER");
        assertThat(underWay.json().at("/dispatch/attempts").asInt()).isEqualTo(1);
        assertThat(Instant.parse(underWay.text("/dispatch/nextTryAt"))).isAfter(world.clock.instant());
        assertThat(acme.api().get("/v1/transactions?limit=1").isOk().json().at("/data/0/dispatch").isMissingNode()).isTrue();
        assertThat(read(acme.deposit("1.00", "USD")).json().at("/dispatch").isMissingNode()).isTrue();

        world.clock.advance(CONFIRMATION_TIME);
        acme.awaitStatus(payout, "COMPLETED");
        var ended = read(payout);
        assertThat(ended.text("/dispatch/state")).isEqualTo("SENT");
        assertThat(ended.json().at("/dispatch/lastReason").isNull()).isTrue();
        assertThat(ended.json().at("/dispatch/nextTryAt").isNull()).isTrue();
    }

    @Test
    void a_payout_that_has_failed_or_was_refused_says_why() {
        var failed = payOutTo(SimulatedChain.FAILS).isOk().text("/transactionId");
        world.clock.advance(CONFIRMATION_TIME);
        acme.awaitStatus(failed, "DECLINED");
        payOutTo(SimulatedChain.REFUSES).isError(502, "chain_send_failed");

        assertThat(read(failed).text("/dispatch/lastReason")).isEqualTo("FAILED");
        assertThat(read(failed).text("/dispatch/state")).isEqualTo("SENT");
        assertThat(read(newestTransaction()).text("/dispatch/lastReason")).isEqualTo("REFUSED");
    }

    @Test
    void only_payouts_end() {
        var deposit = acme.deposit("1.00", "USD");

        settle(deposit).isError(400, "invalid_request");
        decline(deposit).isError(400, "invalid_request");
    }

    private Answer payOutTo(String address) {
        return acme.payOut(acme.aCryptoPayout(acme.registerWallet(address), "4.000000"));
    }

    private Answer read(String transaction) {
        return acme.api().get("/v1/transactions/" + transaction).isOk();
    }

    private Answer settle(String transaction) {
        return acme.api().post("/v1/sandbox/transactions/" + transaction + "/settle");
    }

    private Answer decline(String transaction) {
        return acme.api().post("/v1/sandbox/transactions/" + transaction + "/decline");
    }

    private String newestTransaction() {
        return acme.api().get("/v1/transactions?limit=1").text("/data/0/transactionId");
    }
}
