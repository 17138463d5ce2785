package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.service.Await;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TickDB's commands, and an organization's own channels. Sources: the TickDB contract, sections 1 and 2; docs/feed.md. */
@MicronautTest
@Property(name = ServiceUnderTest.FEED_CHANNELS, value = "ticker,transactions,quotes")
@Property(name = ServiceUnderTest.TIERS, value = "QUANT subscriptions=1")
class RealtimeProtocolTest {

    private static final String PATH = "/v1/realtime";

    private final World world;
    private final Customer acme;

    RealtimeProtocolTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    private FeedClient open(Customer customer) {
        return FeedClient.open(customer.api(), PATH);
    }

    @Test
    void a_client_is_told_of_its_payments_as_they_are_answered_over_http() {
        try (var client = open(acme)) {
            long begin = client.subscribe("transactions");

            var deposit = acme.deposit("100.00", "USD");

            var told = client.next();
            assertThat(told.path("cmd").asText()).isEqualTo("transactions");
            assertThat(told.path("prev").asLong()).isEqualTo(begin);
            assertThat(told.path("seq").asLong()).isGreaterThan(begin);
            assertThat(told.path("data")).isEqualTo(acme.api().get("/v1/transactions/" + deposit).isOk().json());
        }
    }

    @Test
    void a_quote_is_told_of_when_it_is_issued_and_when_it_is_executed() {
        acme.deposit("100.00", "USD");
        try (var client = open(acme)) {
            client.subscribe("quotes");

            var quote = acme.quote("100.00");
            var issued = acme.api().get("/v1/quotes/" + quote).isOk().json();
            acme.execute(quote).isOk();
            var executed = acme.api().get("/v1/quotes/" + quote).isOk().json();

            assertThat(client.next().path("data")).isEqualTo(issued);
            assertThat(client.next().path("data")).isEqualTo(executed);
        }
    }

    @Test
    void nobody_is_told_of_anothers_affairs() {
        var stranger = world.newCustomer();
        try (var client = open(acme)) {
            client.subscribe("transactions");
            client.subscribe("quotes");

            stranger.deposit("9.00", "USD");
            stranger.quote("9.00");
            var mine = acme.deposit("1.00", "USD");

            assertThat(client.next().at("/data/transactionId").asText()).isEqualTo(mine);
        }
    }

    @Test
    void a_client_that_was_away_goes_on_where_it_stopped() {
        var deposits = new ArrayList<String>();
        var told = new ArrayList<JsonNode>();
        long last;
        try (var client = open(acme)) {
            last = client.subscribe("transactions");
            deposits.add(acme.deposit("1.00", "USD"));
            told.add(client.next());
        }
        deposits.add(acme.deposit("2.00", "USD"));
        deposits.add(acme.deposit("3.00", "USD"));

        try (var client = open(acme)) {
            long from = told.getLast().path("seq").asLong();
            var answer = client.ask(resume(from));
            assertThat(answer.at("/data/seq").asLong()).isEqualTo(from);
            deposits.add(acme.deposit("4.00", "USD"));
            for (int i = 0; i < 3; i++) {
                told.add(client.next());
            }
        }

        assertThat(told).extracting(event -> event.at("/data/transactionId").asText()).isEqualTo(deposits);
        for (var event : told) {
            assertThat(event.path("prev").asLong()).isEqualTo(last);
            last = event.path("seq").asLong();
        }
    }

    @Test
    void a_client_cannot_resume_from_a_number_that_its_channel_never_had() {
        var stranger = world.newCustomer();
        acme.deposit("1.00", "USD");
        acme.deposit("1.00", "USD");
        for (int i = 0; i < 3; i++) {
            stranger.deposit("1.00", "USD");
        }

        try (var client = open(acme)) {
            for (long never : List.of(3L, 4L, 1L << 40, Long.MAX_VALUE)) {
                var refused = client.ask(resume(never));
                assertThat(refused.path("code").asInt()).as("from %s", never).isEqualTo(4005);
                assertThat(refused.at("/data/channel").asText()).isEqualTo("transactions");
            }
            assertThat(client.ask(resume(2)).path("code").asInt(-1)).isZero();
        }
        try (var client = FeedClient.open(acme.api(), PATH + "?dialect=nxos")) {
            var refused = client.ask(resume(3));
            assertThat(refused.at("/error/error/code").asText()).isEqualTo("resume_point_lost");
            assertThat(refused.at("/error/error/message").asText()).contains("transactions");
        }
    }

    /** The stored sequences grow with each transaction of the whole platform. */
    @Test
    void numbers_count_the_channels_events_and_nothing_of_what_others_do() {
        var stranger = world.newCustomer();
        try (var client = open(acme)) {
            assertThat(client.subscribe("transactions")).isZero();
            for (int number = 1; number <= 5; number++) {
                acme.quote("1.00");
                stranger.deposit("1.00", "USD");
                acme.deposit("1.00", "USD");

                var told = client.next();
                assertThat(told.path("seq").asLong()).isEqualTo(number);
                assertThat(told.path("prev").asLong()).isEqualTo(number - 1);
            }
            assertThat(client.subscribe("quotes")).isEqualTo(5);
        }
    }

    private static String resume(long from) {
        return "{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"transactions\",\"from\":" + from + "}}";
    }

    @Test
    void what_is_unsubscribed_from_is_told_no_more() {
        try (var client = open(acme)) {
            client.subscribe("transactions");
            client.subscribe("quotes");

            assertThat(client.ask("{\"cmd\":\"unsubscribe\",\"data\":{\"channel\":\"transactions\"}}"))
                    .hasToString("{\"cmd\":\"unsubscribe\",\"code\":0,\"message\":\"success\",\"data\":{\"channel\":\"transactions\"}}");

            acme.deposit("1.00", "USD");
            acme.quote("1.00");
            assertThat(client.next().path("cmd").asText()).isEqualTo("quotes");
            client.subscribe("transactions");
        }
    }

    @Test
    void a_ping_is_answered_with_the_time() {
        try (var client = open(acme)) {
            assertThat(client.ask("{\"cmd\":\"ping\"}"))
                    .hasToString("{\"cmd\":\"pong\",\"data\":{\"timestamp\":" + world.clock.instant().toEpochMilli() + "}}");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"cmd\":\"dance\"} | {\"cmd\":\"unknown\",\"code\":4001,\"message\":\"Unknown command\"}",
        "{ | {\"cmd\":\"unknown\",\"code\":4002,\"message\":\"Invalid message format\"}",
        "[] | {\"cmd\":\"unknown\",\"code\":4002,\"message\":\"Invalid message format\"}",
        "{} | {\"cmd\":\"unknown\",\"code\":4002,\"message\":\"Invalid message format\"}",
        "{\"cmd\":7} | {\"cmd\":\"unknown\",\"code\":4002,\"message\":\"Invalid message format\"}",
        "{\"cmd\":\"subscribe\"} | {\"cmd\":\"subscribe\",\"code\":4002,\"message\":\"Invalid message format\"}",
        "{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"news\"}} | {\"cmd\":\"subscribe\",\"code\":2001,\"message\":\"Invalid parameter: channel must be ticker, depth, trade, transactions or quotes\"}",
        "{\"cmd\":\"subscribe\",\"data\":{\"channel\":7}} | {\"cmd\":\"subscribe\",\"code\":2001,\"message\":\"Invalid parameter: channel must be a text\"}",
        "{\"cmd\":\"subscribe\",\"data\":\"quotes\"} | {\"cmd\":\"subscribe\",\"code\":2001,\"message\":\"Invalid parameter: data must be an object\"}",
        "{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"ticker\",\"symbols\":\"BTCUSDT\"}} | {\"cmd\":\"subscribe\",\"code\":2001,\"message\":\"Invalid parameter: symbols must be a list of texts, and not empty\",\"data\":{\"channel\":\"ticker\"}}",
        "{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"quotes\",\"from\":-1}} | {\"cmd\":\"subscribe\",\"code\":2001,\"message\":\"Invalid parameter: from must be the seq of an event, a whole number, or 0\",\"data\":{\"channel\":\"quotes\"}}",
        "{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"quotes\",\"from\":1.5}} | {\"cmd\":\"subscribe\",\"code\":2001,\"message\":\"Invalid parameter: from must be the seq of an event, a whole number, or 0\",\"data\":{\"channel\":\"quotes\"}}",
        "{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"quotes\",\"from\":true}} | {\"cmd\":\"subscribe\",\"code\":2001,\"message\":\"Invalid parameter: from must be the seq of an event, a whole number, or 0\",\"data\":{\"channel\":\"quotes\"}}",
        "{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"quotes\",\"from\":null}} | {\"cmd\":\"subscribe\",\"code\":2001,\"message\":\"Invalid parameter: from must be the seq of an event, a whole number, or 0\",\"data\":{\"channel\":\"quotes\"}}",
        "{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"quotes\",\"from\":\"4096\"}} | {\"cmd\":\"subscribe\",\"code\":2001,\"message\":\"Invalid parameter: from must be the seq of an event, a whole number, or 0\",\"data\":{\"channel\":\"quotes\"}}",
        "{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"quotes\",\"from\":[4096]}} | {\"cmd\":\"subscribe\",\"code\":2001,\"message\":\"Invalid parameter: from must be the seq of an event, a whole number, or 0\",\"data\":{\"channel\":\"quotes\"}}",
        "{\"cmd\":\"unsubscribe\",\"data\":{}} | {\"cmd\":\"unsubscribe\",\"code\":4002,\"message\":\"Invalid message format\"}",
        "{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"depth\",\"symbols\":[\"BTCUSDT\"]}} | {\"cmd\":\"subscribe\",\"code\":4003,\"message\":\"Depth subscriptions temporarily unavailable\",\"data\":{\"channel\":\"depth\",\"suggestion\":\"Use HTTP API /v1/market/depth for current depth data\"}}",
        "{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"trade\",\"symbols\":[\"BTCUSDT\"]}} | {\"cmd\":\"subscribe\",\"code\":4004,\"message\":\"Trade subscriptions temporarily unavailable\",\"data\":{\"channel\":\"trade\",\"suggestion\":\"Use HTTP API /v1/market/trades for current trade data\"}}",
        "{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"quotes\",\"from\":9007199254740991}} | {\"cmd\":\"subscribe\",\"code\":4005,\"message\":\"Resume point lost\",\"data\":{\"channel\":\"quotes\",\"suggestion\":\"Subscribe without from and use HTTP API /v1/quotes/{quoteId} for the current state\"}}"
    })
    void what_is_wrong_is_told_as_in_the_contract(String message, String answer) {
        try (var client = open(acme)) {
            assertThat(client.ask(message)).hasToString(answer);

            assertThat(client.ask("{\"cmd\":\"ping\"}").path("cmd").asText()).as("the connection goes on").isEqualTo("pong");
        }
    }

    @Test
    void whoever_asks_for_another_contract_is_told_of_failures_in_it() {
        try (var client = FeedClient.open(acme.api(), PATH + "?dialect=nxos")) {
            var error = client.ask("{\"cmd\":\"dance\"}");

            assertThat(error.path("cmd").asText()).isEqualTo("unknown");
            assertThat(error.at("/error/error/code").asText()).isEqualTo("unknown_command");

            var ofAChannel = client.ask(resume(9));
            assertThat(ofAChannel.path("data")).hasToString("{\"channel\":\"transactions\"}");
            assertThat(ofAChannel.at("/error/error/code").asText()).isEqualTo("resume_point_lost");
        }
        FeedClient.knock(acme.api(), PATH + "?dialect=klingon").isError(400, "invalid_request");
    }

    @Test
    void the_tier_and_the_permissions_decide() {
        var key = aKey("STREAM", "feed:read");
        try (var client = FeedClient.open(key, PATH)) {
            for (var channel : List.of("depth", "trade", "transactions", "quotes")) {
                assertThat(client.ask("{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"" + channel + "\",\"symbols\":[\"BTCUSDT\"]}}"))
                        .hasToString(
                                "{\"cmd\":\"subscribe\",\"code\":1004,\"message\":\"Permission denied\",\"data\":{\"channel\":\"" + channel + "\"}}");
            }
        }
        assertThat(FeedClient.knock(aKey("STREAM", "accounts:read"), PATH).body()).isEqualTo("{\"code\":1004,\"message\":\"Permission denied\"}");
    }

    @Test
    void who_is_not_let_in_is_told_so_over_http() {
        assertThat(FeedClient.knock(world.stranger(), PATH).body()).isEqualTo("{\"code\":1002,\"message\":\"Token is required\"}");
        assertThat(FeedClient.knock(world.stranger(), PATH + "?api_key=nobodys").body())
                .isEqualTo("{\"code\":1001,\"message\":\"Invalid or expired token\"}");
        var elsewhere = acme.api().post("/v1/api-keys", Body.of("name", "Elsewhere")
                .with("{\"permissions\":[\"feed:read\"],\"allowedAddresses\":[\"10.0.0.0/8\"]}")).isOk().text("/secret");
        assertThat(FeedClient.knock(world.stranger(), PATH + "?api_key=" + elsewhere).body())
                .isEqualTo("{\"code\":1003,\"message\":\"IP address not in whitelist\"}");
        acme.speaking("nxos").api().get(PATH).isError(400, "invalid_request");
    }

    @Test
    void a_key_may_come_in_the_query() {
        var key = acme.api().post("/v1/api-keys", Body.of("name", "Browser").with("{\"permissions\":[\"feed:read\"]}")).isOk().text("/secret");
        try (var client = FeedClient.open(world.stranger(), PATH + "?api_key=" + key)) {
            assertThat(client.ask("{\"cmd\":\"ping\"}").path("cmd").asText()).isEqualTo("pong");
        }
    }

    @Test
    void there_are_as_many_connections_as_the_tier_allows() {
        var key = aKey("STREAM", "feed:read");
        try (var client = FeedClient.open(key, PATH)) {
            assertThat(FeedClient.knock(key, PATH).body()).isEqualTo("{\"code\":3003,\"message\":\"Connection limit exceeded\"}");
        }
        Await.until("the connection counts no more", () -> FeedClient.knock(key, PATH).status() == 101);
    }

    @Test
    void connections_are_listed_and_closed() {
        var rival = world.newCustomer();
        try (var client = open(acme); var theirs = open(rival)) {
            client.subscribe("transactions");
            client.subscribe("quotes");

            var listed = acme.api().get("/v1/connections").isOk();
            assertThat(listed.texts("connectionId")).hasSize(1);
            assertThat(listed.json().at("/data/0/subscriptions").asInt()).isEqualTo(2);

            var id = listed.text("/data/0/connectionId");
            rival.api().delete("/v1/connections/" + id).isError(404, "connection_not_found");
            acme.api().delete("/v1/connections/" + id).isOk();

            assertThat(client.awaitClose()).isEqualTo(4102);
            assertThat(acme.api().get("/v1/connections").isOk().texts("connectionId")).isEmpty();
            assertThat(theirs.ask("{\"cmd\":\"ping\"}").path("cmd").asText()).isEqualTo("pong");
            acme.api().delete("/v1/connections/" + id).isError(404, "connection_not_found");
        }
    }

    @Test
    void whoever_would_not_be_let_in_again_is_let_go() {
        var locked = newKey("Locked", "");
        var rotated = newKey("Rotated", "");
        var elsewhere = newKey("Moved", "");
        var expiring = newKey("Expiring", ",\"expiresAt\":\"" + world.clock.instant().plusSeconds(60) + "\"");
        try (var first = open(locked); var second = open(rotated); var third = open(elsewhere); var fourth = open(expiring); var other = open(acme)) {
            acme.api().post("/v1/api-keys/" + locked.text("/apiKey/apiKeyId") + "/lock").isOk();
            acme.api().post("/v1/api-keys/" + rotated.text("/apiKey/apiKeyId") + "/rotate", Body.of("overlap", "PT0S")).isOk();
            acme.api().patch("/v1/api-keys/" + elsewhere.text("/apiKey/apiKeyId"), "{\"allowedAddresses\":[\"10.0.0.0/8\"]}").isOk();
            assertThat(List.of(first.awaitClose(), second.awaitClose(), third.awaitClose())).containsOnly(4101);

            world.clock.advance(Duration.ofSeconds(60));
            assertThat(fourth.awaitClose()).isEqualTo(4101);
            assertThat(other.ask("{\"cmd\":\"ping\"}").path("cmd").asText()).isEqualTo("pong");

            world.setStatus(acme, OrganizationStatus.CLOSED);
            assertThat(other.awaitClose()).isEqualTo(4101);
        }
    }

    @Test
    void subscriptions_are_counted_over_all_connections() {
        var key = aKey("QUANT", "feed:read\",\"transactions:read\",\"quotes:read");
        try (var client = FeedClient.open(key, PATH)) {
            client.subscribe("transactions");
            assertThat(client.ask("{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"quotes\"}}"))
                    .hasToString(
                            "{\"cmd\":\"subscribe\",\"code\":3004,\"message\":\"Subscription limit exceeded\",\"data\":{\"channel\":\"quotes\"}}");
            client.ask("{\"cmd\":\"unsubscribe\",\"data\":{\"channel\":\"transactions\"}}");
            client.subscribe("quotes");
        }
    }

    private ApiClient aKey(String tier, String permission) {
        var terms = "{\"permissions\":[\"" + permission + "\"],\"tier\":\"" + tier + "\"}";
        var created = world.newCustomer().api().post("/v1/api-keys", Body.of("name", "Second key").with(terms));
        return world.stranger().withKey(created.isOk().text("/secret"));
    }

    private Answer newKey(String name, String terms) {
        return acme.api().post("/v1/api-keys", Body.of("name", name).with("{\"permissions\":[\"feed:read\"]" + terms + "}")).isOk();
    }

    private FeedClient open(Answer key) {
        return FeedClient.open(world.stranger().withKey(key.text("/secret")), PATH);
    }
}
