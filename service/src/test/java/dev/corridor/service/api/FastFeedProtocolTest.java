package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** NexusGlass's frames. Sources: the NexusGlass contract, "WebSocket"; docs/feed.md. */
@MicronautTest
class FastFeedProtocolTest {

    private static final String PATH = "/ws/fastfeed";

    private final World world;
    private final Customer acme;

    FastFeedProtocolTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    @Test
    void a_client_is_greeted_and_told_of_its_payments() {
        try (var client = open(keyOf("PULSE", ""), "")) {
            assertThat(client.next()).hasToString("{\"type\":\"HANDSHAKE\",\"payload\":{\"tier\":\"PULSE\",\"priorities\":[\"P0\",\"P1\",\"P2\"],"
                    + "\"delay_ms\":0,\"server_time\":\"" + "2025-03-15T14:30:00.000Z\"}}");
            var snapshot = client.next();
            assertThat(snapshot.path("type").asText()).isEqualTo("SNAPSHOT");
            assertThat(snapshot.at("/payload/events")).hasToString("[\"TRANSACTION\",\"QUOTE\"]");

            var deposit = acme.deposit("5.00", "USD");

            var event = client.next();
            assertThat(event.path("type").asText()).isEqualTo("EVENT");
            assertThat(event.path("payload").fieldNames()).toIterable()
                    .containsExactly("id", "type", "priority", "symbol", "confidence", "data", "detected_at", "latency_ms");
            assertThat(event.at("/payload/type").asText()).isEqualTo("TRANSACTION");
            assertThat(event.at("/payload/data")).isEqualTo(acme.api().get("/v1/transactions/" + deposit).isOk().json());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws", "/ws/nexus-bridge"})
    void two_paths_have_the_same_for_every_tier_but_only_what_the_tier_may_follow(String path) {
        try (var client = open(path, keyOf("STREAM", ""), "&symbol=USDCUSD&symbols=EURUSDC,USDCUSD&events=")) {
            assertThat(client.next().at("/payload/tier").asText()).isEqualTo("STREAM");
            assertThat(client.next().path("payload")).hasToString("{\"events\":[\"TRANSACTION\",\"QUOTE\",\"TICKER\"],"
                    + "\"symbols\":[\"USDCUSD\",\"EURUSDC\"],\"sequences\":{\"TRANSACTION\":0,\"QUOTE\":0}}");
            assertThat(client.next().at("/payload/symbol").asText()).isEqualTo("USDCUSD");
            assertThat(client.next().at("/payload/symbol").asText()).isEqualTo("EURUSDC");

            acme.deposit("5.00", "USD");

            assertThat(client.next().at("/payload/type").asText()).isEqualTo("TRANSACTION");
            assertThat(client.ask("{\"type\":\"PING\"}").path("type").asText()).isEqualTo("PONG");
        }
        try (var client = open(path, keyOf("STREAM", ""), "&symbol=USDCUSD&events=TRADE")) {
            assertThat(client.next().path("payload")).hasToString("{\"code\":\"TIER_INSUFFICIENT\","
                    + "\"message\":\"This endpoint requires QUANT tier.\",\"required_tier\":\"QUANT\",\"current_tier\":\"STREAM\"}");
            assertThat(client.awaitClose()).isEqualTo(4104);
        }
        try (var client = FeedClient.open(world.stranger(), path)) {
            assertThat(client.next().at("/payload/code").asText()).isEqualTo("AUTH_FAILED");
        }
    }

    @Test
    void only_what_is_wanted_is_told() {
        try (var client = open(keyOf("PULSE", ""), "&events=QUOTE")) {
            client.next();
            assertThat(client.next().at("/payload/events")).hasToString("[\"QUOTE\"]");

            acme.deposit("5.00", "USD");
            acme.quote("5.00");

            var event = client.next();
            assertThat(event.at("/payload/type").asText()).isEqualTo("QUOTE");
            assertThat(event.at("/payload/symbol").asText()).isEqualTo("USDUSDC");
        }
    }

    @Test
    void how_the_named_symbols_stand_is_told_after_the_snapshot() {
        try (var client = open(keyOf("PULSE", ""), "&symbols=USDCUSD,EURUSDC&events=TICKER")) {
            client.next();
            assertThat(client.next().path("payload"))
                    .hasToString("{\"events\":[\"TICKER\"],\"symbols\":[\"USDCUSD\",\"EURUSDC\"],\"sequences\":{}}");

            for (var symbol : List.of("USDCUSD", "EURUSDC")) {
                var event = client.next();
                assertThat(event.path("type").asText()).isEqualTo("EVENT");
                assertThat(event.path("payload").fieldNames()).toIterable()
                        .containsExactly("id", "type", "priority", "symbol", "confidence", "data", "detected_at", "latency_ms");
                assertThat(event.at("/payload/type").asText()).isEqualTo("TICKER");
                assertThat(event.at("/payload/priority").asText()).isEqualTo("P2");
                assertThat(event.at("/payload/symbol").asText()).isEqualTo(symbol);
                var ticker = acme.api().get("/v1/market/ticker?symbol=" + symbol).isOk().json().at("/tickers/0");
                assertThat(withoutTime(event.at("/payload/data"))).isEqualTo(withoutTime(ticker));
                assertThat(event.at("/payload/latency_ms").asLong(-1)).as("a set price is true at all times").isZero();
            }
        }
    }

    /** A new tick with the same price may arrive between the two. */
    private static JsonNode withoutTime(JsonNode ticker) {
        assertThat(ticker.path("timestamp").isIntegralNumber()).isTrue();
        return ((ObjectNode) ticker.deepCopy()).without("timestamp");
    }

    @Test
    void who_names_symbols_and_no_events_is_told_of_everything() {
        try (var client = open(keyOf("PULSE", ""), "&symbols=USDCUSD")) {
            client.next();
            assertThat(client.next().at("/payload/events")).hasToString("[\"TRANSACTION\",\"QUOTE\",\"TICKER\",\"TRADE\"]");
            assertThat(acme.api().get("/v1/connections").isOk().json().at("/data/0/subscriptions").asInt()).isEqualTo(4);
        }
    }

    @Test
    void a_symbol_that_nobody_trades_is_told_so_with_those_there_are() {
        try (var client = open(keyOf("PULSE", ""), "&symbols=USDCUSD,GOLDUSD")) {
            assertThat(client.next()).hasToString("{\"type\":\"ERROR\",\"payload\":{\"code\":\"INVALID_SYMBOL\","
                    + "\"message\":\"Symbol GOLDUSD is not supported.\",\"supported\":[\"USDCUSD\",\"EURUSDC\"]}}");
            assertThat(client.awaitClose()).isEqualTo(4104);
        }
    }

    @Test
    void the_market_is_told_of_nothing_but_symbols() {
        try (var client = open(keyOf("PULSE", ""), "&events=QUOTE,TRADE")) {
            var error = client.next().path("payload");
            assertThat(error.path("code").asText()).isEqualTo("MISSING_PARAMETER");
            assertThat(error.path("field").asText()).isEqualTo("symbols");
            assertThat(client.awaitClose()).isEqualTo(4104);
        }
    }

    @Test
    void a_ping_is_answered() {
        try (var client = open(keyOf("ORACLE", ""), "")) {
            client.next();
            client.next();

            assertThat(client.ask("{\"type\":\"PING\"}").path("type").asText()).isEqualTo("PONG");
            assertThat(client.ask("{\"type\":\"DANCE\"}")).hasToString("{\"type\":\"ERROR\",\"payload\":{\"code\":\"UNKNOWN_COMMAND\","
                    + "\"message\":\"There is no such command. Send subscribe, unsubscribe or ping.\"}}");
            assertThat(client.ask("{").at("/payload/code").asText()).isEqualTo("INVALID_MESSAGE_FORMAT");
        }
    }

    /** The upgrade always succeeds. */
    @ParameterizedTest
    @CsvSource({"''", "?token=", "?token=nobodys", "?token=nxos_sk_test_nobody-has-this-key"})
    void who_is_not_let_in_is_told_so_in_a_frame(String query) {
        try (var client = FeedClient.open(world.stranger(), PATH + query)) {
            assertThat(client.next())
                    .hasToString("{\"type\":\"ERROR\",\"payload\":{\"code\":\"AUTH_FAILED\",\"message\":\"Invalid or expired API key\"}}");
            assertThat(client.awaitClose()).isEqualTo(4104);
        }
    }

    @Test
    void an_expired_key_is_not_let_in_either() {
        var key = keyOf("PULSE", ",\"expiresAt\":\"" + world.clock.instant().plusSeconds(5) + "\"");
        world.clock.advance(Duration.ofSeconds(5));
        try (var client = open(key, "")) {
            assertThat(client.next().at("/payload/code").asText()).isEqualTo("AUTH_FAILED");
        }
    }

    @Test
    void below_pulse_it_is_told_so_in_a_frame() {
        try (var client = open(keyOf("QUANT", ""), "")) {
            assertThat(client.next()).hasToString("{\"type\":\"ERROR\",\"payload\":{\"code\":\"TIER_INSUFFICIENT\","
                    + "\"message\":\"This endpoint requires PULSE tier.\",\"required_tier\":\"PULSE\",\"current_tier\":\"QUANT\"}}");
            assertThat(client.awaitClose()).isEqualTo(4104);
        }
    }

    @Test
    void what_cannot_be_wanted_is_told() {
        try (var client = open(keyOf("PULSE", ""), "&events=NEWS")) {
            assertThat(client.next().at("/payload/code").asText()).isEqualTo("INVALID_MESSAGE_FORMAT");
            assertThat(client.awaitClose()).isEqualTo(4104);
        }
    }

    private String keyOf(String tier, String terms) {
        var wanted = "{\"permissions\":[\"feed:read\",\"transactions:read\",\"quotes:read\"],\"tier\":\"" + tier + "\"" + terms + "}";
        return acme.api().post("/v1/api-keys", Body.of("name", "Key " + System.nanoTime()).with(wanted)).isOk().text("/secret");
    }

    private FeedClient open(String key, String wishes) {
        return open(PATH, key, wishes);
    }

    private FeedClient open(String path, String key, String wishes) {
        return FeedClient.open(world.stranger(), path + "?token=" + key + wishes);
    }
}
