package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.corridor.service.Await;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A source of rates that fails, sends wrong prices and recovers, as seen by clients that convert. */
@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RateSourceTest implements TestPropertyProvider {

    private static final String DOWN = "";

    private final HttpServer ticker = start();
    private volatile String price = DOWN;

    @Override
    public Map<String, String> getProperties() {
        return Map.of(
                ServiceUnderTest.RATE_SOURCES, "ticker",
                ServiceUnderTest.TICKER_URL, "http://localhost:" + ticker.getAddress().getPort() + "/{symbol}");
    }

    private HttpServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                var said = price;
                var body = "{\"bidPrice\":\"%s\",\"askPrice\":\"%s\"}".formatted(said, said).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(said.isEmpty() ? 503 : 200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    void stop() {
        ticker.stop(0);
    }

    @Test
    void what_cannot_be_priced_is_refused_and_recovers_by_itself(World world, MeterRegistry meters) {
        var acme = world.newCustomer();
        acme.deposit("100.00", "USD");
        var refused = quote(acme).isError(502, "data_source_unavailable").means("not_applied", "after");
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        acme.api().get("/v1/market/ticker?symbol=USDCUSD").isError(502, "data_source_unavailable");
        assertThat(acme.api().get("/v1/symbols/available").isOk().body()).contains("\"is_active\":false");

        price = "1.01";
        Await.until("there is a price", () -> quote(acme).status() == 200);
        var promised = quote(acme).isOk().text("/quoteId");

        price = "0";
        world.clock.advance(Duration.ofSeconds(11));
        quote(acme).isError(502, "data_source_unavailable");
        Await.until("the lie is noticed", () -> quote(acme).message().contains("not greater than zero"));

        price = "2.02";
        Await.until("the jump is noticed", () -> quote(acme).message().contains("too far from the last one"));
        acme.execute(promised).isOk();

        price = "1.02";
        Await.until("the source is believed again", () -> quote(acme).status() == 200);
        assertThat(acme.api().get("/v1/market/ticker?symbol=USDCUSD").isOk().text("/tickers/0/last_price")).isEqualTo("1.02");
        assertThat(world.stranger().get("/health").body()).contains("\"ticker\"");
        assertThat(meters.get("corridor.rates.refused").tag("source", "ticker").counter().count()).isPositive();
        assertThat(meters.get("corridor.rates.resting").tag("source", "ticker").gauge().value()).isZero();
        assertThat(meters.get("corridor.rates.tick.age").tag("source", "ticker").gauge().value()).isLessThan(11);
    }

    private static Answer quote(Customer customer) {
        return customer.api().post("/v1/quotes", customer.aQuote("10.00"));
    }
}
