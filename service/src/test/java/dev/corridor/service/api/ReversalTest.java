package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A trade that was a mistake is undone by a transaction of its own; what has left is not undone, and comes back by another. */
@MicronautTest
class ReversalTest {

    private static final Body WRONG_ACCOUNT = Body.of("reason", "Wrong account").with("evidence", "Ticket 7");
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
                "reference":null,"description":"Wrong account","tags":[],"metadata":{},"amount":"10000.00","asset":"USD","fee":null,
                "createdAt":"%s","updatedAt":"%s",
                "type":"ADJUSTMENT","details":{"reverses":"%s","reason":"Wrong account","by":"%s","evidence":"Ticket 7"}}
                """,
                reversal.text("/transactionId"),
                acme.account(),
                reversal.text("/createdAt"),
                reversal.text("/createdAt"),
                trade,
                firstKey());
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
    void the_audit_says_who_did_it_why_and_by_what_it_is_known() {
        acme.deposit("10000.00", "USD");
        var trade = aTrade();

        var reversal = reverse(trade).text("/transactionId");

        var record = acme.api().get("/v1/audit?action=transaction.reversed").isOk().json().at("/data/0");
        assertThat(record.at("/subject").asText()).isEqualTo(trade);
        assertThat(record.at("/actor").asText()).isEqualTo(firstKey());
        assertThat(record.at("/details/reversedBy").asText()).isEqualTo(reversal);
        assertThat(record.at("/details/reason").asText()).isEqualTo("Wrong account");
        assertThat(record.at("/details/evidence").asText()).isEqualTo("Ticket 7");
    }

    @Test
    void the_public_trade_is_marked_as_busted() {
        acme.deposit("10000.00", "USD");
        var trades = "/v1/market/trades?symbol=USDCUSD&limit=1";
        var trade = aTrade();
        assertThat(acme.api().get(trades).isOk().json().at("/trades/0").has("busted")).isFalse();

        reverse(trade);

        assertThat(acme.api().get(trades).isOk().json().at("/trades/0/busted").asBoolean()).isTrue();
    }

    @Test
    void a_payout_that_has_left_is_not_reversed_however_it_is_asked_for() {
        acme.deposit("10.000000", "USDC");
        var payout = aPayout("4.000000");
        tryToReverse(payout, WRONG_ACCOUNT).isError(409, "transaction_not_reversible");
        acme.api().post("/v1/sandbox/transactions/" + payout + "/settle").isOk();

        tryToReverse(payout, WRONG_ACCOUNT).isError(409, "transaction_not_reversible").means("not_applied", "never");

        assertThat(acme.balance("USDC")).isEqualTo("6.000000 + 0.000000");
    }

    @Test
    void what_comes_back_of_a_payout_is_a_transaction_of_its_own() {
        acme.deposit("10.000000", "USDC");
        var payout = aPayout("4.000000");
        bringBack(payout, Body.of()).isError(400, "invalid_request");
        acme.api().post("/v1/sandbox/transactions/" + payout + "/settle").isOk();

        var part = bringBack(payout, Body.of("amount", "1.5"));

        part.isJson(
                """
                {"object":"transaction","transactionId":"%s","accountId":"%s","status":"COMPLETED",
                "reference":null,"description":null,"tags":[],"metadata":{},"amount":"1.500000","asset":"USDC","fee":null,
                "createdAt":"%s","updatedAt":"%s",
                "type":"CRYPTO_PAYIN","details":{"returns":"%s","evidence":"Returned in the sandbox."}}
                """,
                part.text("/transactionId"), acme.account(), part.text("/createdAt"), part.text("/createdAt"), payout);
        assertThat(read(payout).text("/status")).isEqualTo("COMPLETED");
        assertThat(read(payout).text("/details/returns/0/transactionId")).isEqualTo(part.text("/transactionId"));
        assertThat(acme.balance("USDC")).isEqualTo("7.500000 + 0.000000");
    }

    @Test
    void a_payout_is_refunded_when_all_is_back_and_names_what_has_brought_it() {
        acme.deposit("10.000000", "USDC");
        var payout = aPayout("4.000000");
        acme.api().post("/v1/sandbox/transactions/" + payout + "/settle").isOk();
        var part = bringBack(payout, Body.of("amount", "1.5")).isOk().text("/transactionId");
        bringBack(payout, Body.of("amount", "2.500001")).isError(400, "validation_error");
        bringBack(payout, Body.of("amount", "0.0000001")).isError(400, "validation_error");

        var rest = bringBack(payout, Body.of()).isOk();

        assertThat(rest.text("/amount")).isEqualTo("2.500000");
        assertThat(read(payout).text("/status")).isEqualTo("REFUNDED");
        assertThat(read(payout).json().at("/details/returns").findValuesAsText("transactionId"))
                .containsExactly(part, rest.text("/transactionId"));
        var refunded = acme.api().get("/v1/transactions?status=REFUNDED").isOk().json().at("/data");
        assertThat(refunded).hasSize(1);
        assertThat(refunded.at("/0/transactionId").asText()).isEqualTo(payout);
        assertThat(acme.balance("USDC")).isEqualTo("10.000000 + 0.000000");
        bringBack(payout, Body.of()).isError(400, "invalid_request");
        bringBack(world.newCustomer(), payout).isError(404, "not_found");
    }

    @Test
    void refusals_come_in_the_documented_order() {
        acme.deposit("20000.00", "USD");
        var trade = aTrade();
        var other = aTrade();
        aPayout("9997.000000");
        world.suspend(acme.account());

        tryToReverse(trade, Body.of()).isError(400, "validation_error");
        tryToReverse(UNKNOWN, WRONG_ACCOUNT).isError(404, "not_found");
        tryToReverse(world.newCustomer(), trade).isError(404, "not_found");
        tryToReverse(trade, WRONG_ACCOUNT).isError(403, "forbidden");
        world.reactivate(acme.account());
        var reversal = reverse(trade).text("/transactionId");
        tryToReverse(other, WRONG_ACCOUNT).isError(400, "insufficient_funds");
        world.clock.advance(Duration.ofMinutes(10));
        assertThat(tryToReverse(trade, WRONG_ACCOUNT).isError(409, "transaction_already_reversed").message()).contains(reversal);
        tryToReverse(other, WRONG_ACCOUNT).isError(409, "transaction_not_reversible");
    }

    @Test
    void it_is_a_permission_of_its_own() {
        var writer = acme.api().post("/v1/api-keys", Body.of("name", "Writing").with("{\"permissions\":[\"transactions:write\"]}")).isOk();

        world.stranger().withKey(writer.text("/secret")).post("/v1/transactions/" + UNKNOWN + "/reverse", WRONG_ACCOUNT).isError(403, "forbidden");
    }

    @Test
    void a_deposit_and_a_reversal_are_not_reversible() {
        var deposit = acme.deposit("10000.00", "USD");
        var reversal = reverse(aTrade()).text("/transactionId");

        tryToReverse(deposit, WRONG_ACCOUNT).isError(409, "transaction_not_reversible");
        tryToReverse(reversal, WRONG_ACCOUNT).isError(409, "transaction_not_reversible");
    }

    @Test
    void reason_and_evidence_are_required_and_have_a_limit() {
        var trade = UNKNOWN;

        assertThat(tryToReverse(trade, Body.of()).isError(400, "validation_error").message()).contains("reason", "evidence");
        for (var field : List.of("reason", "evidence")) {
            for (var text : List.of(" ", "x".repeat(501))) {
                tryToReverse(trade, WRONG_ACCOUNT.with(field, text)).isError(400, "validation_error");
            }
            tryToReverse(trade, WRONG_ACCOUNT.with(field, "x".repeat(500))).isError(404, "not_found");
        }
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

    private String firstKey() {
        return acme.api().get("/v1/api-keys").isOk().text("/data/0/apiKeyId");
    }

    private Answer bringBack(String payout, Body body) {
        return acme.api().post("/v1/sandbox/transactions/" + payout + "/return", body);
    }

    private static Answer bringBack(Customer customer, String payout) {
        return customer.api().post("/v1/sandbox/transactions/" + payout + "/return", Body.of());
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
