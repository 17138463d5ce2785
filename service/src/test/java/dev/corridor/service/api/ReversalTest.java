package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A mistake is mended by a transaction of its own. */
@MicronautTest
class ReversalTest {

    private static final Body WRONG_ACCOUNT = Body.of("reason", "Wrong account");
    private static final String UNKNOWN = "txn_00000000000070008000000000000000";

    private final World world;
    private final Customer acme;

    ReversalTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    @AfterEach
    void the_books_add_up() {
        world.assertThatTheBooksAddUp();
    }

    @Test
    void a_reversed_trade_gives_everything_back_the_fee_included() {
        acme.deposit("10000.00", "USD");
        var trade = aTrade();

        var reversal = reverse(trade);

        reversal.isJson(
                """
                {"object":"transaction","transactionId":"%s","accountId":"%s","status":"COMPLETED",
                "description":"Wrong account","tags":[],"amount":"10000.00","asset":"USD","fee":null,
                "createdAt":"%s","updatedAt":"%s",
                "type":"ADJUSTMENT","details":{"reverses":"%s","reason":"Wrong account"}}
                """,
                reversal.text("/transactionId"),
                acme.account(),
                reversal.text("/createdAt"),
                reversal.text("/createdAt"),
                trade);
        assertThat(acme.balance("USD")).isEqualTo("10000.00 + 0.00");
        assertThat(acme.balance("USDC")).isEqualTo("0.000000 + 0.000000");
    }

    @Test
    void what_is_reversed_stays_completed_and_says_by_what() {
        acme.deposit("10000.00", "USD");
        var trade = aTrade();
        assertThat(read(trade).json().at("/details").has("reversedBy")).isFalse();

        var reversal = reverse(trade).text("/transactionId");

        assertThat(read(trade).text("/status")).isEqualTo("COMPLETED");
        assertThat(read(trade).text("/details/reversedBy")).isEqualTo(reversal);
        assertThat(acme.api().get("/v1/transactions?type=ADJUSTMENT").texts("transactionId")).containsExactly(reversal);
    }

    @Test
    void a_payout_that_has_arrived_comes_back() {
        acme.deposit("10.000000", "USDC");
        var payout = aPayout("4.000000");
        acme.api().post("/v1/sandbox/transactions/" + payout + "/settle").isOk();

        reverse(payout).isOk();

        assertThat(acme.balance("USDC")).isEqualTo("10.000000 + 0.000000");
    }

    @Test
    void refusals_come_in_the_documented_order() {
        acme.deposit("10000.00", "USD");
        acme.deposit("1.000000", "USDC");
        var trade = aTrade();
        var payout = aPayout("9000.000000");
        world.suspend(acme.account());

        tryToReverse(payout, Body.of()).isError(400, "validation_error");
        tryToReverse(UNKNOWN, WRONG_ACCOUNT).isError(404, "not_found");
        tryToReverse(world.newCustomer(), payout).isError(404, "not_found");
        tryToReverse(payout, WRONG_ACCOUNT).isError(403, "forbidden");
        world.reactivate(acme.account());
        tryToReverse(payout, WRONG_ACCOUNT).isError(409, "transaction_not_reversible");
        tryToReverse(trade, WRONG_ACCOUNT).isError(400, "insufficient_funds");
        acme.api().post("/v1/sandbox/transactions/" + payout + "/settle").isOk();
        var reversal = reverse(payout).text("/transactionId");
        assertThat(tryToReverse(payout, WRONG_ACCOUNT).isError(409, "transaction_already_reversed").message()).contains(reversal);
        reverse(trade).isOk();
    }

    @Test
    void a_deposit_and_a_reversal_are_not_reversible() {
        var deposit = acme.deposit("10000.00", "USD");
        var reversal = reverse(aTrade()).text("/transactionId");

        tryToReverse(deposit, WRONG_ACCOUNT).isError(409, "transaction_not_reversible");
        tryToReverse(reversal, WRONG_ACCOUNT).isError(409, "transaction_not_reversible");
    }

    @Test
    void a_reason_is_required_and_has_a_limit() {
        var trade = UNKNOWN;

        assertThat(tryToReverse(trade, Body.of()).isError(400, "validation_error").message()).contains("reason");
        tryToReverse(trade, Body.of("reason", " ")).isError(400, "validation_error");
        tryToReverse(trade, Body.of("reason", "x".repeat(501))).isError(400, "validation_error");
        tryToReverse(trade, Body.of("reason", "x".repeat(500))).isError(404, "not_found");
        tryToReverse("txn_nonsense", WRONG_ACCOUNT).isError(400, "invalid_request");
    }

    @Test
    void a_reversal_that_is_asked_for_again_under_its_key_is_answered_again() {
        acme.deposit("10000.00", "USD");
        var path = "/v1/transactions/" + aTrade() + "/reverse";
        var named = acme.api().with("Idempotency-Key", "reverse-" + path);

        var first = named.post(path, WRONG_ACCOUNT).isOk();

        assertThat(named.post(path, WRONG_ACCOUNT).isOk().body()).isEqualTo(first.body());
    }

    private String aTrade() {
        return acme.execute(acme.quote("10000.00")).isOk().text("/transactionId");
    }

    private String aPayout(String amount) {
        return acme.payOut(acme.aCryptoPayout(acme.registerWallet(), amount)).isOk().text("/transactionId");
    }

    private Answer read(String transaction) {
        return acme.api().get("/v1/transactions/" + transaction).isOk();
    }

    private Answer reverse(String transaction) {
        return tryToReverse(transaction, WRONG_ACCOUNT).isOk();
    }

    private Answer tryToReverse(String transaction, Body body) {
        return acme.api().post("/v1/transactions/" + transaction + "/reverse", body);
    }

    private static Answer tryToReverse(Customer somebody, String transaction) {
        return somebody.api().post("/v1/transactions/" + transaction + "/reverse", WRONG_ACCOUNT);
    }
}
