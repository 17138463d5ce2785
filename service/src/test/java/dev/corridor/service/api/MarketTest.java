package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.market.port.Ticks;
import dev.corridor.application.quote.port.Quotes;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.QuoteId;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Symbols, prices, the ladder, trades and candles, as anybody with a key sees them. */
@MicronautTest
@Property(
        name = ServiceUnderTest.RATES,
        value = "USD/USDC=1,USD/USDT=1,USDC/USDT=1,EUR/USD=1.0825,EUR/USDC=1.0825,EUR/USDT=1.0825,"
                + "BTC/USD=100000,BTC/USDT=100000,ETH/USD=4000,ETH/USDT=4000")
class MarketTest {

    private final World world;
    private final Quotes quotes;
    private final Ticks ticks;
    private final Customer acme;

    MarketTest(World world, Quotes quotes, Ticks ticks) {
        this.world = world;
        this.quotes = quotes;
        this.ticks = ticks;
        this.acme = world.newCustomer();
    }

    @Test
    void ten_symbols_are_listed_page_by_page() {
        var all = acme.api().get("/v1/symbols/available").isOk();
        assertThat(all.body()).endsWith("\"pagination\":{\"limit\":100,\"offset\":0,\"count\":10,\"total\":10}}").contains("""
                {"symbol":"EURUSD","name":"EUR/USD","market":"forex","type":"forex","base":"EUR","currency":"USD","is_active":true,\
                "updated_at":"2025-03-15T14:30:00.000Z"}""");

        var page = acme.api().get("/v1/symbols/available?type=crypto&limit=2&offset=3").isOk();
        assertThat(page.text("/products/0/symbol")).isEqualTo("ETHUSDT");
        assertThat(page.body()).contains("{\"limit\":2,\"offset\":3,\"count\":1,\"total\":4}");

        assertThat(acme.api().get("/v1/symbols/available?type=crypto&market=forex").isOk().body()).contains("\"total\":0");
        acme.api().get("/v1/symbols/available?type=metal").isError(400, "invalid_request");
        acme.api().get("/v1/symbols/available?limit=0").isError(400, "invalid_request");
        acme.api().get("/v1/symbols/available?offset=-1").isError(400, "invalid_request");
    }

    @Test
    void a_ticker_tells_the_price_and_what_it_can_be_had_for() {
        var ticker = acme.api().get("/v1/market/ticker?symbol=BTCUSDT").isOk();

        assertThat(ticker.body()).isEqualTo("""
                {"tickers":[{"symbol":"BTCUSDT","last_price":"100000","bid":"99749.6284326341","ask":"100250.626566416",\
                "open_24h":"100000","high_24h":"100000","low_24h":"100000","source":"fixed","timestamp":1742049000000}]}""");
    }

    @Test
    void several_symbols_are_asked_for_at_once() {
        assertThat(acme.api().get("/v1/market/ticker?symbols=EURUSD,ETHUSD").isOk().text("/tickers/1/last_price")).isEqualTo("4000");

        acme.api().get("/v1/market/ticker?symbols=EURUSD,NONE").isError(404, "symbol_not_found");
        acme.api().get("/v1/market/ticker?symbols=" + "EURUSD,".repeat(50) + "EURUSD").isError(400, "limit_exceeded");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/market/ticker, symbol",
        "/v1/market/ticker?symbol=, symbol",
        "/v1/market/depth, symbol",
        "/v1/market/trades, symbol",
        "/v1/market/kline, symbol",
        "/v1/market/kline?symbol=EURUSD, interval"
    })
    void a_bare_path_misses_its_parameter(String path, String field) {
        assertThat(acme.speaking("nexusglass").api().get(path).isError(400, "missing_parameter").text("/field")).isEqualTo(field);
    }

    @Test
    void the_ladder_tells_what_a_quote_costs() {
        var depth = acme.api().get("/v1/market/depth?symbol=BTCUSD&limit=3").isOk();
        var bought = acme.api().post("/v1/quotes", aQuote("USD", "BTC", "fromAmount", "10000.00")).isOk();
        var sold = acme.api().post("/v1/quotes", aQuote("BTC", "USD", "toAmount", "10000.00")).isOk();

        assertThat(depth.text("/asks/2/amount")).isEqualTo(bought.text("/fromAmount"));
        assertThat(depth.text("/asks/2/quantity")).isEqualTo(bought.text("/toAmount"));
        assertThat(depth.text("/bids/2/amount")).isEqualTo(sold.text("/toAmount"));
        assertThat(depth.text("/bids/2/quantity")).isEqualTo(sold.text("/fromAmount"));
    }

    @Test
    void depth_and_trades_are_for_higher_tiers() {
        var low = keyOf("STREAM");

        low.get("/v1/market/ticker?symbol=EURUSD").isOk();
        low.get("/v1/market/kline?symbol=EURUSD&interval=1m").isOk();
        low.get("/v1/symbols/available").isOk();
        low.get("/v1/market/depth?symbol=NONE&limit=x").isError(403, "tier_insufficient");
        low.get("/v1/market/trades?symbol=EURUSD").isError(403, "tier_insufficient");
        keyOf("QUANT").get("/v1/market/trades?symbol=EURUSD").isOk();
    }

    @Test
    void trades_are_everybodys_and_nobodys() {
        trade(acme, "0.50000000");
        trade(world.newCustomer(), "0.25000000");

        var trades = acme.api().get("/v1/market/trades?symbol=ETHUSDT&limit=2").isOk();

        assertThat(trades.body()).contains("""
                {"symbol":"ETHUSDT","price":"3990","quantity":"0.25000000","side":"sell","timestamp":1742049000000}""");
        assertThat(trades.text("/trades/1/quantity")).isEqualTo("0.50000000");
        assertThat(trades.body()).doesNotContain(acme.organization(), acme.account(), "txn_", "quote_");
    }

    private void trade(Customer customer, String amount) {
        customer.deposit(amount, "ETH");
        var quote = Body.of("accountId", customer.account(), "fromAsset", "ETH", "toAsset", "USDT", "fromAmount", amount);
        customer.execute(customer.api().post("/v1/quotes", quote).isOk().text("/quoteId")).isOk();
    }

    @Test
    void candles_are_made_of_the_ticks_there_were() {
        var candles = acme.api().get("/v1/market/kline?symbol=ETHUSD&interval=1m&start_time=1742049000000&end_time=1742049000000").isOk();

        assertThat(candles.body()).isEqualTo("""
                {"symbol":"ETHUSD","interval":"1m","klines":[\
                {"time":1742049000000,"open":"4000","high":"4000","low":"4000","close":"4000","ticks":1}]}""");
        assertThat(acme.api().get("/v1/market/kline?symbol=ETHUSD&interval=1d&limit=1000").isOk().body())
                .contains("\"time\":1741996800000");
    }

    @ParameterizedTest
    @CsvSource({
        "symbol=NONE&interval=1m, 404, symbol_not_found",
        "symbol=EURUSD&interval=2m, 400, invalid_request",
        "symbol=EURUSD&interval=1m&limit=1001, 400, limit_exceeded",
        "symbol=EURUSD&interval=1m&limit=many, 400, invalid_request",
        "symbol=EURUSD&interval=1m&start_time=2&end_time=1, 400, invalid_time_range",
        "symbol=EURUSD&interval=1m&start_time=0&end_time=60000001, 400, invalid_time_range",
        "symbol=EURUSD&interval=1m&start_time=2025-03-15, 400, invalid_time_range",
        "symbol=EURUSD&interval=1m&end_time=999999999999999, 400, invalid_time_range"
    })
    void what_is_wrong_with_a_time_is_told(String query, int status, String code) {
        acme.api().get("/v1/market/kline?" + query).isError(status, code);
    }

    @Test
    void a_client_of_tickdb_finds_its_envelope_and_its_codes() {
        var tickdb = acme.speaking("tickdb").api();

        assertThat(tickdb.get("/v1/market/ticker?symbol=EURUSD").body()).startsWith("{\"code\":0,\"message\":\"success\",\"data\":{\"tickers\":[");
        assertThat(tickdb.get("/v1/market/ticker").body()).isEqualTo("{\"code\":2001,\"message\":\"Invalid parameter: symbol is required\"}");
        assertThat(tickdb.get("/v1/market/ticker?symbol=X").body()).isEqualTo("{\"code\":2002,\"message\":\"Symbol not found: X\"}");
        assertThat(tickdb.get("/v1/market/ticker?symbols=eurusd,EurUsd").json().at("/data/tickers")).hasSize(1);
        assertThat(tickdb.get("/v1/market/trades?symbol=eurusd").text("/data/symbol")).isEqualTo("EURUSD");
        assertThat(tickdb.get("/v1/market/kline?symbol=eurusd&interval=1d").text("/data/symbol")).isEqualTo("EURUSD");
        assertThat(tickdb.get("/v1/market/depth?symbol=eurusd").text("/data/symbol")).isEqualTo("EURUSD");
        assertThat(tickdb.get("/v1/market/trades?symbol=EURUSD&limit=1001").body())
                .isEqualTo("{\"code\":2004,\"message\":\"Request limit exceeded\"}");
        assertThat(keyOf("STREAM").speaking("tickdb").get("/v1/market/depth?symbol=EURUSD").body())
                .isEqualTo("{\"code\":1004,\"message\":\"Permission denied\"}");
    }

    @Test
    void a_quote_refers_to_the_tick_that_priced_it() {
        var id = QuoteId.parse(acme.api().post("/v1/quotes", aQuote("USD", "BTC", "toAmount", "0.10000000")).isOk().text("/quoteId"));

        var quote = quotes.find(OrganizationId.parse(acme.organization()), id).orElseThrow();

        var tick = ticks.find(quote.terms().tick().orElseThrow()).orElseThrow();
        assertThat(tick.mid()).isEqualTo(quote.conversion().mid());
        assertThat(tick.source()).isEqualTo("fixed");
    }

    private Body aQuote(String from, String to, String side, String amount) {
        return Body.of("accountId", acme.account(), "fromAsset", from, "toAsset", to, side, amount);
    }

    private ApiClient keyOf(String tier) {
        var name = tier + " " + System.identityHashCode(new Object());
        var terms = Body.of("name", name).with("{\"permissions\":[\"quotes:read\"],\"tier\":\"" + tier + "\"}");
        return world.stranger().withKey(acme.api().post("/v1/api-keys", terms).isOk().text("/secret"));
    }
}
