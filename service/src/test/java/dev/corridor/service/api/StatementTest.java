package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements and past balances. */
@MicronautTest
class StatementTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final World world;
    private final Customer acme;

    /** A deposit; a minute later another one and a completed payout. */
    private final Instant begin;

    private final String deposit;
    private final String payout;

    StatementTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
        this.begin = world.clock.instant();
        acme.deposit("10.000000", "USDC");
        acme.deposit("5.00", "USD");
        world.clock.advance(MINUTE);
        this.deposit = acme.deposit("1.000000", "USDC");
        var order = acme.aCryptoPayout(acme.registerWallet(), "4.000000").with("description", "=HYPERLINK(\"http://x\")");
        this.payout = acme.payOut(order).isOk().text("/transactionId");
        acme.api().post("/v1/sandbox/transactions/" + payout + "/settle").isOk();
        world.clock.advance(MINUTE);
    }

    @Test
    void a_statement_has_a_line_for_each_step_between_two_balances() {
        var from = begin.plus(MINUTE);
        var to = from.plus(MINUTE);

        var statement = acme.api().get(statementOf("USDC", from, to));

        statement.isJson(
                """
                {"object":"statement","accountId":"%1$s","asset":"USDC","from":"%2$s","to":"%3$s",
                "opening":{"balance":"10.000000","available":"10.000000","locked":"0.000000"},
                "closing":{"balance":"7.000000","available":"7.000000","locked":"0.000000"},
                "lines":[
                {"postedAt":"%2$s","transactionId":"%4$s","type":"CRYPTO_PAYIN","reference":null,"description":null,
                "amount":"1.000000","availableAmount":"1.000000","lockedAmount":"0.000000",
                "after":{"balance":"11.000000","available":"11.000000","locked":"0.000000"}},
                {"postedAt":"%2$s","transactionId":"%5$s","type":"CRYPTO_PAYOUT","reference":null,"description":"=HYPERLINK(\\"http://x\\")",
                "amount":"0.000000","availableAmount":"-4.000000","lockedAmount":"4.000000",
                "after":{"balance":"11.000000","available":"7.000000","locked":"4.000000"}},
                {"postedAt":"%2$s","transactionId":"%5$s","type":"CRYPTO_PAYOUT","reference":null,"description":"=HYPERLINK(\\"http://x\\")",
                "amount":"-4.000000","availableAmount":"0.000000","lockedAmount":"-4.000000",
                "after":{"balance":"7.000000","available":"7.000000","locked":"0.000000"}}]}
                """,
                acme.account(), onTheWire(from), onTheWire(to), deposit, payout);
        assertThat(statement.headers().firstValue("Vary")).contains("Accept");
    }

    @Test
    void the_same_is_a_table_for_whoever_asks_for_one() {
        var from = begin.plus(MINUTE);
        var to = from.plus(MINUTE);

        var table = acme.api().with("Accept", "text/csv").get(statementOf("USDC", from, to)).isOk();

        var thePayout = onTheWire(from) + "," + payout + ",CRYPTO_PAYOUT,,\"'=HYPERLINK(\"\"http://x\"\")\",USDC,";
        assertThat(table.contentType()).isEqualTo("text/csv;charset=utf-8");
        assertThat(table.body().split("\r\n"))
                .containsExactly(
                        "postedAt,transactionId,type,reference,description,asset,amount,availableAmount,lockedAmount,balance,available,locked",
                        onTheWire(from) + ",,OPENING_BALANCE,,,USDC,,,,10.000000,10.000000,0.000000",
                        onTheWire(from) + "," + deposit
                                + ",CRYPTO_PAYIN,,,USDC,1.000000,1.000000,0.000000,11.000000,11.000000,0.000000",
                        thePayout + "0.000000,-4.000000,4.000000,11.000000,7.000000,4.000000",
                        thePayout + "-4.000000,0.000000,-4.000000,7.000000,7.000000,0.000000",
                        onTheWire(to) + ",,CLOSING_BALANCE,,,USDC,,,,7.000000,7.000000,0.000000");
    }

    @Test
    void a_refusal_is_no_table() {
        acme.api().with("Accept", "text/csv").get(statementOf("XYZ", begin, begin.plus(MINUTE))).isError(400, "asset_not_supported");
    }

    @Test
    void a_period_before_everything_is_empty() {
        var statement = acme.api().get(statementOf("USDC", begin.minus(MINUTE), begin)).isOk();

        assertThat(statement.json().at("/lines")).isEmpty();
        assertThat(statement.text("/closing/balance")).isEqualTo("0.000000");
    }

    @ParameterizedTest
    @CsvSource({
        "?from=2025-01-01T00:00:00Z&to=2025-02-01T00:00:00Z, asset"
    })
    void a_missing_parameter_is_named(String query, String parameter) {
        assertThat(statementWith(query).isError(400, "missing_parameter").message()).contains("'" + parameter + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "?asset=USD&from=yesterday&to=2025-02-01T00:00:00Z, from",
        "?asset=USD&from=2025-01-01T00:00:00Z&to=2025-02-01, to",
        "?asset=USD&from=2025-01-01T00:00:00Z&to=%2B294277-01-01T00:00:00Z, to"
    })
    void a_wrong_parameter_is_named(String query, String parameter) {
        assertThat(statementWith(query).isError(400, "invalid_request").message()).contains("'" + parameter + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-01T00:00:00Z", "2025-01-02T00:00:00Z"})
    void a_period_that_ends_before_it_begins_is_refused(String from) {
        assertThat(statementWith("?asset=USD&to=2025-01-01T00:00:00Z&from=" + from).isError(400, "invalid_request").message())
                .startsWith("A period begins before it ends: " + from);
    }

    @Test
    void an_asset_that_nobody_deals_in_is_told_apart() {
        for (var unknown : List.of("XYZ", "")) {
            var refusal = statementWith("?asset=" + unknown + "&from=2025-01-01T00:00:00Z&to=2025-02-01T00:00:00Z");
            assertThat(refusal.isError(400, "asset_not_supported").message())
                    .isEqualTo("The parameter 'asset' must be one of USD, EUR, USDC, USDT, BTC, ETH.");
        }
    }

    @Test
    void nobody_else_gets_a_statement_or_a_past_balance() {
        var stranger = world.newCustomer().api();

        stranger.get(statementOf("USDC", begin, begin.plus(MINUTE))).isError(404, "account_not_found");
        stranger.get(balanceAt(begin.toString())).isError(404, "account_not_found");
    }

    @Test
    void a_balance_is_read_as_it_was() {
        assertThat(balance(begin)).isEqualTo("0.000000 + 0.000000");
        assertThat(balance(begin.plusMillis(1))).isEqualTo("10.000000 + 0.000000");
        assertThat(balance(begin.plus(MINUTE))).isEqualTo("10.000000 + 0.000000");
        assertThat(balance(world.clock.instant())).isEqualTo(acme.balance("USDC"));
    }

    @Test
    void a_past_balance_says_when_it_was() {
        acme.api().get(balanceAt(begin.toString())).isJson(
                """
                {"object":"balance","accountId":"%s","asset":"USDC","amount":"0.000000","locked":"0.000000","at":"%s"}
                """,
                acme.account(), onTheWire(begin));
        assertThat(acme.api().get("/v1/accounts/" + acme.account() + "/balances/USDC").isOk().json().has("at")).isFalse();
    }

    @Test
    void the_future_is_not_known() {
        var tomorrow = world.clock.instant().plus(Duration.ofDays(1));

        acme.api().get(balanceAt(tomorrow.toString())).isError(400, "invalid_request");
        acme.api().get(statementOf("USDC", begin, tomorrow)).isError(400, "invalid_request");
        statementWith("?asset=USDC&from=" + tomorrow).isError(400, "invalid_request");
    }

    @Test
    void a_statement_is_of_this_month_so_far_if_nothing_else_is_said() {
        var statement = statementWith("?asset=USDC").isOk();

        assertThat(statement.text("/from")).isEqualTo("2025-03-01T00:00:00.000Z");
        assertThat(statement.text("/to")).isEqualTo(onTheWire(world.clock.instant()));
        assertThat(statement.json().at("/lines")).hasSize(4);
    }

    @Test
    void a_table_for_a_spreadsheet_begins_with_a_byte_order_mark() {
        var table = acme.api().with("Accept", "text/csv");

        assertThat(table.get(statementOf("USDC", begin, begin.plus(MINUTE)) + "&bom=true").isOk().body()).startsWith("\uFEFFpostedAt,");
        assertThat(table.get(statementOf("USDC", begin, begin.plus(MINUTE)) + "&bom=false").isOk().body()).startsWith("postedAt,");
        table.get(statementOf("USDC", begin, begin.plus(MINUTE)) + "&bom=1").isError(400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2025-01-01", "1969-12-31T23:59:59Z"})
    void a_moment_that_is_none_is_named(String at) {
        assertThat(acme.api().get(balanceAt(at)).isError(400, "invalid_request").message()).contains("'at'");
    }

    private Answer statementWith(String query) {
        return acme.api().get("/v1/accounts/" + acme.account() + "/statement" + query);
    }

    private String statementOf(String asset, Instant from, Instant to) {
        return "/v1/accounts/" + acme.account() + "/statement?asset=" + asset + "&from=" + from + "&to=" + to;
    }

    private String balanceAt(String instant) {
        return "/v1/accounts/" + acme.account() + "/balances/USDC?at=" + instant;
    }

    private String balance(Instant at) {
        var balance = acme.api().get(balanceAt(at.toString())).isOk();
        return balance.text("/amount") + " + " + balance.text("/locked");
    }

    private static String onTheWire(Instant instant) {
        return instant.toString().replaceFirst("(:\\d\\d)Z", "$1.000Z");
    }
}
