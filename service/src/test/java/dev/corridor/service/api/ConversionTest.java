package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.http.api.trigger.Trigger;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversions at the price of the moment. */
@MicronautTest
class ConversionTest {

    private static final String CONVERSIONS = "/v1/transactions/conversions";

    private final World world;
    private final Customer acme;

    ConversionTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    private Body aConversion(String amount, String slippage) {
        return acme.aQuote(amount).with("{\"slippageBps\":" + slippage + "}");
    }

    private Answer convert(String amount) {
        return acme.api().post(CONVERSIONS, aConversion(amount, "50"));
    }

    @Test
    void a_conversion_is_a_trade_whose_quote_is_used_up() {
        acme.deposit("10000.00", "USD");

        var trade = convert("10000.00");

        trade.isJson(
                """
                {"object":"trade","transactionId":"%s","quoteId":"%s","fromAsset":"USD","toAsset":"USDC",
                "fromAmount":"10000.00","toAmount":"9997.000000","status":"COMPLETED","createdAt":"%s"}
                """,
                trade.text("/transactionId"), trade.text("/quoteId"), trade.text("/createdAt"));
        assertThat(acme.balance("USD")).isEqualTo("0.00 + 0.00");
        assertThat(acme.balance("USDC")).isEqualTo("9997.000000 + 0.000000");
        assertThat(acme.api().get("/v1/quotes/" + trade.text("/quoteId")).isOk().text("/status")).isEqualTo("COMPLETED");
        acme.execute(trade.text("/quoteId")).isError(409, "quote_already_used").means("applied", "never");
        assertThat(acme.api().get("/v1/transactions?type=TRADE").texts("transactionId")).containsExactly(trade.text("/transactionId"));
        world.assertThatTheBooksAddUp();
    }

    @Test
    void it_stands_in_the_statement_and_can_be_reversed() {
        var before = world.clock.instant();
        acme.deposit("100.00", "USD");
        var trade = convert("100.00").isOk().text("/transactionId");
        world.clock.advance(Duration.ofMinutes(1));

        var statement = acme.api().get("/v1/accounts/" + acme.account() + "/statement?asset=USD&from=" + before + "&to="
                + before.plus(Duration.ofMinutes(1)));
        assertThat(statement.isOk().json().at("/lines").findValuesAsText("transactionId")).contains(trade);

        acme.reverse(trade).isOk();
        assertThat(acme.balance("USD")).isEqualTo("100.00 + 0.00");
        assertThat(acme.balance("USDC")).isEqualTo("0.000000 + 0.000000");
        world.assertThatTheBooksAddUp();
    }

    @Test
    void a_named_conversion_takes_effect_once() {
        acme.deposit("20.00", "USD");
        var named = Refusals.named(acme, Refusals.newName()).api();

        var first = named.post(CONVERSIONS, aConversion("10.00", "50")).isOk();

        assertThat(named.post(CONVERSIONS, aConversion("10.00", "50")).isOk().body()).isEqualTo(first.body());
        named.post(CONVERSIONS, aConversion("10.00", "51")).isError(409, "idempotency_key_in_use");
        assertThat(acme.balance("USD")).isEqualTo("10.00 + 0.00");
    }

    /** The money for half of them. */
    @Test
    void many_at_once_convert_what_there_is() {
        acme.deposit("8.00", "USD");
        var answers = new ConcurrentLinkedQueue<Answer>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                threads.submit(() -> answers.add(convert("1.00")));
            }
        }

        assertThat(answers).hasSize(16).filteredOn(Answer::isRefusal).hasSize(8).allSatisfy(answer -> answer.isError(400, "insufficient_funds"));
        assertThat(acme.balance("USD")).isEqualTo("0.00 + 0.00");
        assertThat(acme.balance("USDC")).isEqualTo("7.997600 + 0.000000");
        world.assertThatTheBooksAddUp();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"50\"", "-1", "1.5", "1e2", "true", "[]", "99999999999999999999", "null"})
    void a_slippage_is_a_whole_number(String slippage) {
        var refusal = acme.api().post(CONVERSIONS, aConversion("1.00", slippage));

        assertThat(refusal.isError(400, "validation_error").message()).contains("slippageBps");
    }

    @Test
    void more_than_the_maximum_is_told_with_both_as_numbers() {
        var refusal = acme.speaking("nexgent").api().post(CONVERSIONS, aConversion("1.00", "5000"));

        assertThat(refusal.code()).isEqualTo("slippage_exceeds_maximum");
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.body()).isEqualTo("{\"success\":false,\"error\":\"Slippage exceeds maximum allowed\",\"code\":\"TRADING_ERROR\","
                + "\"details\":{\"requested\":5000,\"maximum\":1000}}");
    }

    @Test
    void what_protects_is_the_least_amount_that_the_client_accepts() {
        acme.deposit("20.00", "USD");
        var ten = acme.aQuote("10.00");

        acme.api().post(CONVERSIONS, ten.with("minToAmount", "9.997001")).isError(409, "price_moved").means("not_applied", "new_request");
        assertThat(acme.balance("USD")).isEqualTo("20.00 + 0.00");
        acme.api().post(CONVERSIONS, ten.with("minToAmount", "9.997000")).isOk();
        acme.api().post(CONVERSIONS, ten.with("minToAmount", "9.997").with("{\"slippageBps\":0}")).isOk();
        assertThat(acme.api().post(CONVERSIONS, ten).isError(400, "validation_error").message()).contains("slippageBps", "minToAmount");
        acme.api().post(CONVERSIONS, ten.with("minToAmount", "9.9970001")).isError(400, "validation_error");
        acme.api().post(CONVERSIONS, ten.with("minToAmount", "0")).isError(400, "validation_error");
    }

    @Test
    void a_price_that_has_moved_can_be_rehearsed_and_moves_nothing() {
        acme.deposit("1.00", "USD");
        var rehearsing = Refusals.asking(acme, Trigger.PRICE_MOVED).api();

        rehearsing.post(CONVERSIONS, aConversion("1.00", "50")).isError(409, "price_moved").means("not_applied", "new_request");
        rehearsing.get("/v1/accounts").isError(400, "invalid_request");

        assertThat(acme.balance("USD")).isEqualTo("1.00 + 0.00");
    }

    @Test
    void it_needs_the_permission_to_trade() {
        var reader = acme.api().post("/v1/api-keys", Body.of("name", "Reading").with("{\"permissions\":[\"transactions:write\"]}")).isOk();

        world.stranger().withKey(reader.text("/secret")).post(CONVERSIONS, aConversion("1.00", "0")).isError(403, "forbidden");
    }
}
