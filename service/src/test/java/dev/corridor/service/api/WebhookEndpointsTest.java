package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The endpoints of webhooks over HTTP, as the NXOS contract has them. */
@MicronautTest
class WebhookEndpointsTest {

    private static final String ENDPOINTS = "/v1/webhooks/endpoints";

    private final Customer acme;

    WebhookEndpointsTest(World world) {
        this.acme = world.newCustomer();
    }

    @Test
    void an_endpoint_is_created_read_changed_and_deleted() {
        var created = acme.api().post(ENDPOINTS, anEndpoint().with("{\"eventTypes\":[\"quote.executed\"]}").with("description", "Ours")).isOk();
        var path = ENDPOINTS + "/" + created.text("/id");

        assertThat(created.text("/id")).matches("ep_[0-9a-f]{24}");
        assertThat(created.text("/object")).isEqualTo("webhook_endpoint");
        assertThat(created.json().at("/disabled").asBoolean()).isFalse();
        assertThat(acme.api().get(path).isOk().body()).isEqualTo(created.body());
        assertThat(acme.api().get(ENDPOINTS).texts("id")).containsExactly(created.text("/id"));

        var changed = acme.api().patch(path, "{\"disabled\":true,\"eventTypes\":[]}").isOk();
        assertThat(changed.json().at("/disabled").asBoolean()).isTrue();
        assertThat(changed.json().at("/eventTypes")).isEmpty();
        assertThat(changed.text("/description")).isEqualTo("Ours");

        acme.api().delete(path).isOk();
        acme.api().get(path).isError(404, "not_found");
        assertThat(acme.api().get(ENDPOINTS).texts("id")).isEmpty();
    }

    @Test
    void a_secret_is_a_key_of_24_bytes_and_can_be_rotated() {
        var path = ENDPOINTS + "/" + acme.api().post(ENDPOINTS, anEndpoint()).isOk().text("/id");
        var first = acme.api().get(path + "/secret").isOk().text("/key");

        acme.api().post(path + "/secret/rotate").isOk();

        var second = acme.api().get(path + "/secret").isOk().text("/key");
        assertThat(second).isNotEqualTo(first).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(second.substring("whsec_".length()))).hasSize(24);
    }

    @Test
    void a_url_that_leads_inwards_and_an_unknown_type_are_refused() {
        var refused = acme.api()
                .post(ENDPOINTS, Body.of("url", "https://169.254.169.254/").with("{\"eventTypes\":[\"quote.burnt\"]}"))
                .isError(400, "validation_error");

        assertThat(refused.message()).contains("url must have a host on the public internet", "eventTypes must be a list of");
        acme.api().post(ENDPOINTS, Body.of("url", "http://127.0.0.1:3000/hooks")).isOk();
        var path = ENDPOINTS + "/" + acme.api().post(ENDPOINTS, anEndpoint()).isOk().text("/id");
        acme.api().patch(path, Body.of("url", "http://example.com")).isError(400, "validation_error");
    }

    @Test
    void a_key_that_may_read_endpoints_does_not_see_their_secrets() {
        var path = ENDPOINTS + "/" + acme.api().post(ENDPOINTS, anEndpoint()).isOk().text("/id");
        var reader = acme.api().withKey(acme.api()
                .post("/v1/api-keys", Body.of("name", "Reader").with("{\"permissions\":[\"webhooks:read\"]}"))
                .isOk()
                .text("/secret"));

        reader.get(path).isOk();
        reader.get(path + "/secret").isError(403, "forbidden");
        reader.delete(path).isError(403, "forbidden");
    }

    @Test
    void a_repeated_request_creates_one_endpoint() {
        var named = acme.api().with("Idempotency-Key", "k");

        var first = named.post(ENDPOINTS, anEndpoint()).isOk();
        var again = named.post(ENDPOINTS, anEndpoint()).isOk();

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(acme.api().get(ENDPOINTS).texts("id")).hasSize(1);
    }

    private static Body anEndpoint() {
        return Body.of("url", "https://example.com/hooks");
    }
}
