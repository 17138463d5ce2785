package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.corridor.service.Await;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Price changes on open connections. */
@MicronautTest
@Property(name = ServiceUnderTest.RATE_SOURCES, value = "simulated")
@Property(name = ServiceUnderTest.RATES, value = "")
class MarketNewsTest {

    private final World world;
    private final Customer acme;

    MarketNewsTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    @Test
    void new_prices_are_told_to_all_who_follow_and_counted() {
        Await.until("there is a price", () -> acme.api().get("/v1/market/ticker?symbol=BTCUSDT").status() == 200);
        try (var one = FeedClient.open(acme.api(), "/v1/realtime"); var other = FeedClient.open(acme.api(), "/v1/realtime")) {
            var subscribe = "{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"ticker\",\"symbols\":[\"BTCUSDT\"]}}";
            one.ask(subscribe);
            other.ask(subscribe);
            long seen = one.next().path("seq").asLong();
            other.next();

            for (int i = 1; i <= 3; i++) {
                world.clock.advance(Duration.ofSeconds(1));
                var news = one.next();
                assertThat(news.path("cmd").asText()).isEqualTo("ticker");
                assertThat(news.path("seq").asLong()).isEqualTo(seen + i);
                assertThat(other.next()).isEqualTo(news);
            }
        }
    }

    @Test
    void prices_and_trades_of_named_symbols_are_told_in_nexusglass_frames() {
        Await.until("there is a price", () -> acme.api().get("/v1/market/ticker?symbol=ETHUSDT").status() == 200);
        try (var client = FeedClient.open(world.stranger(), "/ws/fastfeed?symbols=ETHUSDT&events=TICKER,TRADE&token=" + aKey())) {
            client.next();
            client.next();
            var price = client.next().path("payload");
            assertThat(price.path("type").asText()).isEqualTo("TICKER");

            world.clock.advance(Duration.ofSeconds(1));
            var next = client.next().path("payload");
            assertThat(next.path("type").asText()).isEqualTo("TICKER");
            assertThat(next.path("id")).isNotEqualTo(price.path("id"));
            assertThat(next.path("detected_at").asText()).isGreaterThan(price.path("detected_at").asText());

            sellEther("0.50000000");
            world.clock.advance(Duration.ofSeconds(1));
            var trade = nextOf("TRADE", client);
            assertThat(trade.path("symbol").asText()).isEqualTo("ETHUSDT");
            assertThat(trade.path("priority").asText()).isEqualTo("P2");
            assertThat(trade.path("latency_ms").asLong()).isBetween(0L, 1000L);
            assertThat(trade.path("data")).isEqualTo(acme.api().get("/v1/market/trades?symbol=ETHUSDT").isOk().json().at("/trades/0"));
        }
    }

    @Test
    void trades_are_told_though_no_new_price_comes() {
        Await.until("there is a price", () -> acme.api().get("/v1/market/ticker?symbol=ETHUSDT").status() == 200);
        try (var client = FeedClient.open(world.stranger(), "/ws/fastfeed?symbols=ETHUSDT&events=TRADE&token=" + aKey())) {
            client.next();
            client.next();

            sellEther("0.25000000");

            var trade = nextOf("TRADE", client);
            while (!trade.path("data").equals(acme.api().get("/v1/market/trades?symbol=ETHUSDT").isOk().json().at("/trades/0"))) {
                trade = nextOf("TRADE", client);
            }
            assertThat(trade.path("symbol").asText()).isEqualTo("ETHUSDT");
        }
    }

    private String aKey() {
        var terms = "{\"permissions\":[\"feed:read\",\"quotes:read\"],\"tier\":\"PULSE\"}";
        return acme.api().post("/v1/api-keys", Body.of("name", "Watcher").with(terms)).isOk().text("/secret");
    }

    private void sellEther(String amount) {
        acme.deposit(amount, "ETH");
        var quote = Body.of("accountId", acme.account(), "fromAsset", "ETH", "toAsset", "USDT", "fromAmount", amount);
        acme.execute(acme.api().post("/v1/quotes", quote).isOk().text("/quoteId")).isOk();
    }

    /** Prices may arrive before it. */
    private static JsonNode nextOf(String type, FeedClient client) {
        var event = client.next().path("payload");
        while (!event.path("type").asText().equals(type)) {
            event = client.next().path("payload");
        }
        return event;
    }
}
