package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Prices that change while somebody watches. */
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
}
