package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corridor.domain.webhook.EventType;
import dev.corridor.domain.webhook.MessageId;
import dev.corridor.domain.webhook.WebhookSecret;
import dev.corridor.service.Await;
import dev.corridor.service.receiver.WebhookReceiver;
import dev.corridor.service.receiver.WebhookReceiver.Received;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks from an event of the API to a customer's endpoint on this machine. */
@MicronautTest
class WebhookDeliveriesTest {

    private static final String ENDPOINTS = "/v1/webhooks/endpoints";

    private final World world;
    private final Customer acme;
    private WebhookReceiver receiver;
    private String endpoint;

    WebhookDeliveriesTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    @BeforeEach
    void listen() throws IOException {
        receiver = new WebhookReceiver();
        endpoint = ENDPOINTS + "/" + acme.api().post(ENDPOINTS, Body.of("url", receiver.url())).isOk().text("/id");
    }

    @AfterEach
    void close() {
        acme.api().delete(endpoint).isOk();
        receiver.close();
    }

    @Test
    void each_type_of_event_is_delivered_with_the_resource_as_its_get_shows_it() {
        acme.deposit("100.00", "USD");
        var quote = acme.quote("10.00");
        acme.execute(quote).isOk();
        var wallet = acme.registerWallet();
        acme.api().patch("/v1/beneficiaries/" + wallet + "?accountId=" + acme.account(), "{\"tags\":[\"parts\"]}").isOk();
        acme.api().delete("/v1/beneficiaries/" + wallet + "?accountId=" + acme.account()).isOk();
        var key = "/v1/api-keys/" + acme.api()
                .post("/v1/api-keys", Body.of("name", "Reports").with("{\"permissions\":[\"accounts:read\"],\"enabled\":false}"))
                .isOk()
                .text("/apiKey/apiKeyId");
        acme.api().post(key + "/enable").isOk();
        acme.api().post(key + "/lock").isOk();
        acme.api().post(key + "/unlock").isOk();
        acme.api().patch(key, Body.of("name", "More reports")).isOk();
        acme.api().post(key + "/rotate", Body.of("overlap", "PT0S")).isOk();
        var lastKey = acme.api().get(key).isOk();
        acme.api().delete(key).isOk();
        acme.api().post(endpoint + "/test").isOk();
        var broker = new Broker(acme);
        var customer = broker.newCustomer("Initech");
        broker.verify(customer);

        var expected = EnumSet.complementOf(EnumSet.of(EventType.WEBHOOK_ENDPOINT_DISABLED));
        Await.until("each type has come", () -> expected.stream().noneMatch(type -> receiver.received(type.toString()).isEmpty()));

        assertThat(only("quote.executed").data()).isEqualTo(acme.api().get("/v1/quotes/" + quote).json());
        assertThat(only("quote.created").data().path("status").asText()).isEqualTo("PENDING");
        assertThat(receiver.received("transaction.status.updated")).hasSize(2).allSatisfy(message -> assertThat(message.data())
                .isEqualTo(acme.api().get("/v1/transactions/" + message.data().path("transactionId").asText()).json()));
        assertThat(only("beneficiary.archived").data())
                .isEqualTo(acme.api().get("/v1/beneficiaries/" + wallet + "?accountId=" + acme.account()).json());
        assertThat(only("beneficiary.updated").data().path("tags").path(0).asText()).isEqualTo("parts");
        assertThat(only("beneficiary.created").data().path("status").asText()).isEqualTo("ACTIVE");
        assertThat(only("api_key.created").data().path("apiKeyId")).isEqualTo(lastKey.json().path("apiKeyId"));
        Await.until("both have come", () -> receiver.received("organization.verification.updated").size() == 2);
        assertThat(receiver.received("organization.verification.updated")).extracting(message -> message.data().path("verificationStatus").asText())
                .containsExactly("PENDING", "APPROVED");
        var verified = (ObjectNode) broker.onBehalfOf(customer).get("/v1/organizations").json();
        assertThat(receiver.received("organization.verification.updated").getLast().data()).isEqualTo(verified.without("nxosnet"));
        assertThat(only("webhook_endpoint.test").data()).isEqualTo(acme.api().get(endpoint).json());
        assertThat(receiver.received()).allSatisfy(message -> {
            assertThat(Instant.parse(message.body().path("timestamp").asText())).isNotNull();
            assertThat(message.body().fieldNames()).toIterable().containsExactly("type", "timestamp", "data");
            assertThat(message.text()).doesNotContain("whsec_", acme.key());
        });
        assertThat(receiver.received()).extracting(Received::id).doesNotHaveDuplicates();
        assertThat(receiver.received("transaction.status.updated")).allSatisfy(message -> assertThat(message.trace())
                .matches("00-" + message.data().path("transactionId").asText().substring("txn_".length()) + "-[0-9a-f]{16}-01"));
    }

    @Test
    void messages_are_signed_with_the_secret_that_is_shown_and_after_a_rotation_with_both() {
        var first = new WebhookSecret(acme.api().get(endpoint + "/secret").text("/key"));
        acme.api().post(endpoint + "/test").isOk();
        Await.until("it has come", () -> receiver.received().size() == 1);
        acme.api().post(endpoint + "/secret/rotate").isOk();
        var second = new WebhookSecret(acme.api().get(endpoint + "/secret").text("/key"));
        acme.api().post(endpoint + "/test").isOk();
        Await.until("the other has come", () -> receiver.received().size() == 2);

        assertThat(receiver.received().get(0).signature()).isEqualTo(signature(receiver.received().get(0), first));
        assertThat(receiver.received().get(1).signature().split(" "))
                .containsExactly(signature(receiver.received().get(1), second), signature(receiver.received().get(1), first));
    }

    @Test
    void an_endpoint_receives_what_it_subscribes_to() {
        acme.api().patch(endpoint, "{\"eventTypes\":[\"quote.created\"]}").isOk();

        acme.deposit("1.00", "USD");
        acme.quote("1.00");
        acme.api().post(endpoint + "/test").isOk();

        Await.until("both have come", () -> receiver.received().size() == 2);
        assertThat(receiver.received()).extracting(Received::type).containsExactlyInAnyOrder("quote.created", "webhook_endpoint.test");
    }

    @Test
    void what_is_refused_is_listed_with_its_answer_and_sent_again_later_and_on_demand() {
        receiver.answering(503, "busy ".repeat(1_000));
        var message = acme.api().post(endpoint + "/test").isOk().text("/messageId");
        Await.until("it was refused", () -> acme.api().get(endpoint + "/attempts").json().path("data").size() == 1);

        var attempt = acme.api().get(endpoint + "/attempts").isOk().json().at("/data/0");
        assertThat(attempt.path("messageId").asText()).isEqualTo(message);
        assertThat(attempt.path("outcome").asText()).isEqualTo("REFUSED");
        assertThat(attempt.path("status").asInt()).isEqualTo(503);
        assertThat(attempt.path("answer").asText()).hasSize(1_024);
        assertThat(attempt.path("nextAttemptAt").asText()).isGreaterThan(attempt.path("attemptedAt").asText());

        world.clock.advance(Duration.ofSeconds(10));
        Await.until("it was sent again", () -> acme.api().get(endpoint + "/attempts").json().path("data").size() == 2);

        receiver.answering(200, "thanks");
        acme.api().post(endpoint + "/messages/" + message + "/resend").isOk();
        Await.until("it was taken", () -> acme.api().get(endpoint + "/attempts").json().at("/data/0/outcome").asText().equals("DELIVERED"));
        assertThat(receiver.received()).hasSize(3).extracting(Received::id).containsOnly(message);
        assertThat(receiver.received()).extracting(Received::text).containsOnly(receiver.received().getFirst().text());
        acme.api().post(endpoint + "/messages/msg_" + "0".repeat(32) + "/resend").isError(404, "not_found");
    }

    @Test
    void a_period_is_replayed_with_the_same_ids() {
        acme.quote("1.00");
        acme.quote("2.00");
        Await.until("both have come", () -> receiver.received("quote.created").size() == 2);
        var ids = receiver.received().stream().map(Received::id).toList();

        acme.api().post(endpoint + "/replay", Body.of("from", "1970-01-01T00:00:00Z", "until", "9999-12-31T00:00:00Z")).isOk();

        Await.until("they have come again", () -> receiver.received("quote.created").size() == 4);
        assertThat(receiver.received("quote.created").subList(2, 4)).extracting(Received::id).containsExactlyInAnyOrderElementsOf(
                receiver.received("quote.created").subList(0, 2).stream().map(Received::id).toList());
        assertThat(ids).containsAll(receiver.received().stream().map(Received::id).toList());
        acme.api()
                .post(endpoint + "/replay", Body.of("from", "2025-01-02T00:00:00Z", "until", "2025-01-01T00:00:00Z"))
                .isError(400, "validation_error");
    }

    @Test
    void while_an_endpoint_is_disabled_events_wait() {
        acme.api().patch(endpoint, "{\"disabled\":true}").isOk();
        var quote = acme.quote("1.00");
        var other = ENDPOINTS + "/" + acme.api().post(ENDPOINTS, Body.of("url", receiver.url() + "/other")).isOk().text("/id");
        acme.api().post(other + "/test").isOk();
        Await.until("the other has received", () -> receiver.received().size() == 1);

        acme.api().patch(endpoint, "{\"disabled\":false}").isOk();

        Await.until("it has come", () -> receiver.received("quote.created").size() == 1);
        assertThat(only("quote.created").data().path("quoteId").asText()).isEqualTo(quote);
        acme.api().delete(other).isOk();
    }

    private Received only(String type) {
        assertThat(receiver.received(type)).as(type).hasSize(1);
        return receiver.received(type).getFirst();
    }

    private static String signature(Received message, WebhookSecret secret) {
        return secret.sign(MessageId.parse(message.id()), Instant.ofEpochSecond(Long.parseLong(message.timestamp())), message.text());
    }
}
