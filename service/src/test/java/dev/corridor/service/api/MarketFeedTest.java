package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The market channels. Source: the TickDB contract, section 1. */
@MicronautTest
@Property(name = ServiceUnderTest.TIERS, value = "QUANT subscriptions=2")
@Property(name = ServiceUnderTest.RATES, value = "USD/USDC=1,EUR/USD=1.0825,BTC/USDT=100000")
class MarketFeedTest {

    private static final String PATH = "/v1/realtime";

    private final World world;
    private final Customer acme;

    MarketFeedTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    @Test
    void how_a_symbol_stands_is_told_at_once() {
        try (var client = FeedClient.open(acme.api(), PATH)) {
            assertThat(client.ask(command("subscribe", "ticker", "USDCUSD")))
                    .hasToString(
                            "{\"cmd\":\"subscribe\",\"code\":0,\"message\":\"success\",\"data\":{\"channel\":\"ticker\",\"symbols\":[\"USDCUSD\"]}}");
            var ticker = client.next();
            assertThat(ticker.path("cmd").asText()).isEqualTo("ticker");
            assertThat(ticker.path("data")).isEqualTo(market("/ticker?symbol=USDCUSD").at("/tickers/0"));

            client.ask(command("subscribe", "depth", "USDCUSD"));
            assertThat(client.next().path("data")).isEqualTo(market("/depth?symbol=USDCUSD"));
        }
    }

    @Test
    void a_symbol_that_nobody_trades_is_refused_and_nothing_is_subscribed_to() {
        try (var client = FeedClient.open(acme.api(), PATH)) {
            assertThat(client.ask(command("subscribe", "ticker", "USDCUSD\",\"GOLDUSD")))
                    .hasToString("{\"cmd\":\"subscribe\",\"code\":2002,\"message\":\"Symbol not found: GOLDUSD\",\"data\":{\"channel\":\"ticker\"}}");
            assertThat(client.ask("{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"ticker\"}}"))
                    .hasToString("{\"cmd\":\"subscribe\",\"code\":4002,\"message\":\"Invalid message format\",\"data\":{\"channel\":\"ticker\"}}");
            assertThat(subscriptions()).isZero();
        }
    }

    @Test
    void each_symbol_counts_once() {
        try (var client = FeedClient.open(acme.api(), PATH)) {
            client.ask(command("subscribe", "ticker", "USDCUSD"));
            client.next();
            assertThat(client.ask(command("subscribe", "ticker", "usdcusd\",\"UsdcUsd")).at("/data/symbols")).hasToString("[\"USDCUSD\"]");
            assertThat(subscriptions()).isEqualTo(1);
            client.ask(command("unsubscribe", "ticker", "usdcUSD"));
            client.ask(command("unsubscribe", "ticker", "USDCUSD"));
            assertThat(subscriptions()).isZero();
        }
    }

    /** A symbol without followers needs a query for its trades. Of three symbols, the second query fails, and the third is not attempted. */
    @Test
    void a_subscription_that_fails_half_way_is_undone_as_a_whole() {
        var other = world.newCustomer();
        try (var watching = FeedClient.open(other.api(), PATH); var client = FeedClient.open(acme.api(), PATH)) {
            watching.ask(command("subscribe", "trade", "USDCUSD"));
            var three = command("subscribe", "trade", "USDCUSD\",\"EURUSD\",\"BTCUSDT");

            var failure = world.whileUnreadable("transactions", () -> {
                assertThat(client.ask(three).path("message").asText()).isEqualTo("success");
                return client.next();
            });

            assertThat(failure)
                    .hasToString("{\"cmd\":\"subscribe\",\"code\":5000,\"message\":\"Internal server error\",\"data\":{\"channel\":\"trade\"}}");
            assertThat(subscriptions()).isZero();
            acme.deposit("10.00", "USD");
            acme.execute(acme.quote("10.00")).isOk();
            assertThat(watching.next().path("cmd").asText()).isEqualTo("trade");
            assertThat(client.ask("{\"cmd\":\"ping\"}").path("cmd").asText()).isEqualTo("pong");
        }
    }

    @Test
    void there_are_as_many_subscriptions_as_the_tier_allows() {
        var terms = "{\"permissions\":[\"feed:read\",\"quotes:read\"],\"tier\":\"QUANT\"}";
        var key = acme.api().post("/v1/api-keys", Body.of("name", "Quant").with(terms)).isOk().text("/secret");
        try (var client = FeedClient.open(world.stranger().withKey(key), PATH)) {
            for (var channel : List.of("ticker", "trade")) {
                assertThat(client.ask(command("subscribe", channel, "USDCUSD")).path("code").asInt(-1)).isZero();
                client.send("{\"cmd\":\"ping\"}");
                while (!client.next().path("cmd").asText().equals("pong")) {}
            }
            assertThat(client.ask(command("subscribe", "depth", "USDCUSD")))
                    .hasToString(
                            "{\"cmd\":\"subscribe\",\"code\":3004,\"message\":\"Subscription limit exceeded\",\"data\":{\"channel\":\"depth\"}}");
        }
    }

    private int subscriptions() {
        return acme.api().get("/v1/connections").isOk().json().at("/data/0/subscriptions").asInt();
    }

    private JsonNode market(String path) {
        return acme.api().get("/v1/market" + path).isOk().json();
    }

    private static String command(String command, String channel, String symbol) {
        return "{\"cmd\":\"" + command + "\",\"data\":{\"channel\":\"" + channel + "\",\"symbols\":[\"" + symbol + "\"]}}";
    }
}
