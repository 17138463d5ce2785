package dev.corridor.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.client.model.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The signature is the example of the specification of Standard Webhooks. */
class WebhookTest {

    private static final Instant NOW = Instant.ofEpochSecond(1731705121);
    private static final String SIGNATURE = "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=";

    /** No event of Corridor: a verified message has what is there. */
    private static final byte[] BODY = "{\"event_type\":\"ping\",\"data\":{\"success\":true}}".getBytes(StandardCharsets.UTF_8);

    private final Map<String, String> headers = new HashMap<>(Map.of(
            "webhook-id", "msg_loFOjxBNrRLzqYUf", "webhook-timestamp", "1731705121", "webhook-signature", "v1,b3RoZXI= " + SIGNATURE));

    @Test
    void a_message_with_a_good_signature_among_others_is_verified() {
        assertThatThrownBy(() -> at(NOW).verify(BODY, headers::get)).isInstanceOf(UnreadableException.class)
                .hasMessage("type: a EventType is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "webhook-signature, v1,",
        "webhook-signature, v2_rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=",
        "webhook-id, msg_other",
        "webhook-timestamp, 1731705122",
        "webhook-timestamp, soon"
    })
    void a_message_that_was_changed_is_not(String header, String value) {
        headers.put(header, value);

        assertThatThrownBy(() -> at(NOW).verify(BODY, headers::get)).isInstanceOf(InvalidSignatureException.class);
    }

    @ParameterizedTest
    @CsvSource({"webhook-signature", "webhook-id", "webhook-timestamp"})
    void a_message_without_a_header_is_not(String header) {
        headers.remove(header);

        assertThatThrownBy(() -> at(NOW).verify(BODY, headers::get)).hasMessage("the header " + header + " is missing");
    }

    @ParameterizedTest
    @CsvSource({"-301", "301"})
    void a_message_of_another_time_is_not(long seconds) {
        assertThatThrownBy(() -> at(NOW.plusSeconds(seconds)).verify(BODY, headers::get)).isInstanceOf(InvalidSignatureException.class);
    }

    @Test
    void a_message_has_its_type_and_its_data() {
        var message = WebhookMessage.of(
                "msg_1",
                "{\"type\":\"webhook_endpoint.test\",\"timestamp\":\"2025-03-15T14:32:00.000Z\",\"data\":{\"detail\":\"d\",\"pointer\":\"#/p\"}}");

        assertThat(message.type()).isEqualTo(EventType.WEBHOOK_ENDPOINT_TEST);
        assertThat(message.timestamp()).isEqualTo(Instant.parse("2025-03-15T14:32:00Z"));
        assertThat(message.data(dev.corridor.client.model.FaultyField.class).pointer()).isEqualTo("#/p");
    }

    private static Webhook at(Instant now) {
        return Webhook.of("whsec_plJ3nmyCDGBKInavdOK15jsl", InstantSource.fixed(now));
    }
}
