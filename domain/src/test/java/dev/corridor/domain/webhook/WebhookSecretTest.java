package dev.corridor.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WebhookSecretTest {

    /** The vector of the NXOS contract. */
    @Test
    void a_message_is_signed_as_the_contract_says() {
        var secret = new WebhookSecret("whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3");
        var body = "{\"type\":\"transaction.status.updated\",\"timestamp\":\"2026-06-10T12:00:00.000Z\",\"data\":{}}";

        assertThat(secret.sign("msg_1", 1_700_000_000, body)).isEqualTo("v1,lcTVcuzkMdZpJPvjWui9+zf05Alp/fdF27J3h3t47e4=");
    }

    @Test
    void a_new_secret_is_made_of_192_random_bits() {
        assertThat(WebhookSecret.generate(new byte[WebhookSecret.RANDOM_BYTES]).value()).isEqualTo("whsec_" + "A".repeat(32));
        assertThatThrownBy(() -> WebhookSecret.generate(new byte[8])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_is_masked_in_logs() {
        assertThat(new WebhookSecret("whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3")).hasToString("whsec_…");
    }
}
