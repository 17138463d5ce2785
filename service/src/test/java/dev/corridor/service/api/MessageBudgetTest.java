package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages on a WebSocket count as requests. Source: docs/feed.md. */
@MicronautTest
@Property(name = ServiceUnderTest.TIERS, value = "STREAM rate=4/min; PULSE rate=4/min")
class MessageBudgetTest {

    private static final String PATH = "/v1/realtime";
    private static final String PING = "{\"cmd\":\"ping\"}";

    /** A request was spent on the opening. */
    private static final int LEFT = 3;

    private static final int FREE_PINGS = 10;

    private final World world;
    private final Customer acme;

    MessageBudgetTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{",
        "7",
        "{}",
        "{\"cmd\":\"dance\"}",
        "{\"cmd\":\"subscribe\"}",
        "{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"news\"}}",
        "{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"quotes\",\"from\":true}}",
        "{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"quotes\"}}",
        "{\"cmd\":\"unsubscribe\"}",
        "{\"cmd\":\"unsubscribe\",\"data\":{\"channel\":\"quotes\"}}"
    })
    void every_message_costs_a_request_whatever_becomes_of_it(String message) {
        var key = aKey("STREAM");
        try (var client = FeedClient.open(key, PATH)) {
            for (int i = 0; i < LEFT; i++) {
                assertThat(client.ask(message).path("code").asInt(-1)).isNotEqualTo(3001);
            }

            assertThat(client.ask(message).path("code").asInt()).isEqualTo(3001);
            key.get("/v1/connections").isError(429, "rate_limit_exceeded");
        }
    }

    @Test
    void a_ping_per_second_is_free_and_a_flood_of_them_costs() {
        try (var client = FeedClient.open(aKey("STREAM"), PATH)) {
            for (int i = 0; i < FREE_PINGS + LEFT; i++) {
                assertThat(client.ask(PING).path("cmd").asText()).isEqualTo("pong");
            }
            assertThat(client.ask(PING)).hasToString("{\"cmd\":\"ping\",\"code\":3001,\"message\":\"Rate limit exceeded\"}");

            world.clock.advance(Duration.ofSeconds(1));
            assertThat(client.ask(PING).path("cmd").asText()).isEqualTo("pong");
            assertThat(client.ask(PING).path("code").asInt()).isEqualTo(3001);
        }
    }

    @Test
    void pings_of_the_protocol_cost_the_same() {
        try (var client = FeedClient.open(aKey("STREAM"), PATH)) {
            for (int i = 0; i <= FREE_PINGS + LEFT; i++) {
                client.ping();
            }

            assertThat(client.next()).hasToString("{\"cmd\":\"ping\",\"code\":3001,\"message\":\"Rate limit exceeded\"}");
            assertThat(client.pongs()).isEqualTo(FREE_PINGS + LEFT);
        }
    }

    @Test
    void the_fast_feed_costs_the_same() {
        var secret = newKey("PULSE").text("/secret");
        try (var client = FeedClient.open(world.stranger(), "/ws/fastfeed?events=QUOTE&token=" + secret)) {
            client.next();
            client.next();
            for (var message : List.of("{", "{\"type\":\"DANCE\"}", "{}", "{\"type\":7}")) {
                assertThat(client.ask(message).at("/payload/code").asText()).isNotEqualTo("RATE_LIMIT_EXCEEDED");
            }

            assertThat(client.ask("{").at("/payload/code").asText()).isEqualTo("RATE_LIMIT_EXCEEDED");
            for (int i = 0; i < FREE_PINGS; i++) {
                assertThat(client.ask("{\"type\":\"PING\"}").path("type").asText()).isEqualTo("PONG");
            }
            assertThat(client.ask("{\"type\":\"PING\"}").at("/payload/code").asText()).isEqualTo("RATE_LIMIT_EXCEEDED");
        }
    }

    private ApiClient aKey(String tier) {
        return world.stranger().withKey(newKey(tier).text("/secret"));
    }

    private Answer newKey(String tier) {
        var terms = "{\"permissions\":[\"feed:read\",\"quotes:read\"],\"tier\":\"" + tier + "\"}";
        return acme.api().post("/v1/api-keys", Body.of("name", "Key " + System.nanoTime()).with(terms)).isOk();
    }
}
