package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets that open a WebSocket in place of a key. Source: docs/feed.md. */
@MicronautTest
class FeedTicketsTest {

    private static final String TICKETS = "/v1/realtime/tickets";
    private static final String REALTIME = "/v1/realtime?api_key=";
    private static final String FAST_FEED = "/ws/fastfeed?token=";
    private static final String INVALID = "{\"code\":1001,\"message\":\"Invalid or expired token\"}";

    private final World world;
    private final Customer acme;

    FeedTicketsTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    @ParameterizedTest
    @ValueSource(strings = {REALTIME, FAST_FEED})
    void a_ticket_opens_one_websocket(String path) {
        var ticket = ticketOf(acme.api());

        try (var client = FeedClient.open(world.stranger(), path + ticket)) {
            assertThat(acme.api().get("/v1/connections").isOk().texts("connectionId")).hasSize(1);
            assertRefused(world.stranger(), ticket);
            assertThat(client.isOpen()).isTrue();
        }
    }

    @Test
    void a_person_follows_the_organizations_payments_in_a_browser() {
        var person = aPerson();

        try (var client = FeedClient.open(world.stranger(), REALTIME + ticketOf(person))) {
            assertThat(client.subscribe("transactions")).isZero();
        }
    }

    @Test
    void a_ticket_is_gone_after_half_a_minute() {
        var early = ticketOf(acme.api());
        var late = ticketOf(acme.api());

        world.clock.advance(Duration.ofSeconds(29));
        FeedClient.open(world.stranger(), REALTIME + early).close();
        world.clock.advance(Duration.ofSeconds(1));

        assertRefused(world.stranger(), late);
    }

    @Test
    void a_ticket_is_of_no_use_elsewhere_and_then_nowhere() {
        var ticket = ticketOf(acme.api());

        assertRefused(world.stranger().with("X-Forwarded-For", "192.0.2.99"), ticket);
        assertRefused(world.stranger(), ticket);
    }

    @Test
    void a_ticket_of_a_proxys_client_is_bound_to_that_client() {
        var ticket = ticketOf(acme.api().with("X-Forwarded-For", "192.0.2.99"));

        FeedClient.open(world.stranger().with("X-Forwarded-For", "192.0.2.99"), REALTIME + ticket).close();
    }

    @Test
    void of_many_who_use_a_ticket_at_once_one_is_let_in() throws Exception {
        var ticket = ticketOf(acme.api());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> attempt = () -> FeedClient.knock(world.stranger(), REALTIME + ticket).status();
            var statuses = threads.invokeAll(Collections.nCopies(10, attempt)).stream().map(Future::resultNow).toList();

            assertThat(statuses).containsOnly(101, 401);
            assertThat(Collections.frequency(statuses, 101)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticket_", "ticket_0", "ticket_0000000000000000000000000000000000000000000000000000000000000000"})
    void what_was_never_a_ticket_opens_nothing(String ticket) {
        assertRefused(world.stranger(), ticket);
    }

    @Test
    void a_ticket_opens_nothing_but_websockets() {
        var ticket = ticketOf(acme.api());

        world.stranger().withKey(ticket).get("/v1/accounts").isError(401, "invalid_api_key");
        world.stranger().withKey(ticket).post(TICKETS).isError(401, "invalid_api_key");
        world.stranger().with("X-API-Key", ticket).get("/v1/accounts").isError(401, "invalid_api_key");
        world.stranger().get("/v1/accounts?api_key=" + ticket).isError(401, "missing_api_key");
        FeedClient.open(world.stranger(), REALTIME + ticket).close();
    }

    @Test
    void a_ticket_is_worth_no_more_than_what_it_was_given_for() {
        var key = aKey(",\"permissions\":[\"feed:read\"]");
        var keyPath = "/v1/api-keys/" + key.text("/apiKey/apiKeyId");
        var api = world.stranger().withKey(key.text("/secret"));
        var person = aPerson();
        var unused = ticketOf(api);
        try (var byKey = FeedClient.open(world.stranger(), REALTIME + ticketOf(api));
                var byPerson = FeedClient.open(world.stranger(), REALTIME + ticketOf(person))) {
            assertThat(byKey.ask("{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"quotes\"}}").path("code").asInt()).isEqualTo(1004);

            acme.api().post(keyPath + "/lock").isOk();
            person.post("/v1/auth/logout").isOk();

            assertThat(byKey.awaitClose()).isEqualTo(4101);
            assertThat(byPerson.awaitClose()).isEqualTo(4101);
        }
        assertRefused(world.stranger(), unused);
    }

    @Test
    void who_may_not_follow_gets_no_ticket() {
        world.stranger().post(TICKETS).isError(401, "missing_api_key");
        var key = aKey(",\"permissions\":[\"accounts:read\"]").text("/secret");
        world.stranger().withKey(key).post(TICKETS).isError(403, "forbidden");
        var signing = aKey(",\"permissions\":[\"feed:read\"],\"signed\":true").text("/secret");
        world.stranger().withKey(signing).post(TICKETS).isError(401, "missing_nonce");
    }

    private static void assertRefused(ApiClient api, String ticket) {
        assertThat(FeedClient.knock(api, REALTIME + ticket).body()).isEqualTo(INVALID);
        try (var client = FeedClient.open(api, FAST_FEED + ticket)) {
            assertThat(client.next().at("/payload/code").asText()).isEqualTo("AUTH_FAILED");
            assertThat(client.awaitClose()).isEqualTo(4104);
        }
    }

    private static String ticketOf(ApiClient api) {
        return api.post(TICKETS).isOk().text("/ticket");
    }

    private Answer aKey(String terms) {
        return acme.api().post("/v1/api-keys", Body.of("name", "Key " + System.nanoTime()).with("{" + terms.substring(1) + "}")).isOk();
    }

    private ApiClient aPerson() {
        var email = "ada" + System.nanoTime() + "@example.com";
        var password = "Str0ng&Safe";
        world.stranger()
                .post("/v1/auth/register", Body.of("email", email, "password", password, "organizationName", "Analytical Engines"))
                .isOk();
        var login = world.stranger().post("/v1/auth/login", Body.of("email", email, "password", password)).isOk();
        return world.stranger().withKey(login.text("/accessToken"));
    }
}
