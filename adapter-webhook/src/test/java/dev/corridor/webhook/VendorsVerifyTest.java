package dev.corridor.webhook;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.svix.Webhook;
import dev.corridor.domain.webhook.MessageId;
import dev.corridor.domain.webhook.WebhookSecret;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The verifiers that customers use, as their vendors publish them, accept what Corridor signs. */
class VendorsVerifyTest {

    private static final String BODY = "{\"type\":\"transaction.status.updated\",\"data\":{\"nickname\":\"汉\"}}";

    private final MessageId message = new MessageId(UUID.fromString("01a227d3-33a8-7298-b8fd-c425448fa6d0"));
    private final WebhookSecret secret = WebhookSecret.generate("123456789012345678901234".getBytes(StandardCharsets.UTF_8));
    private final WebhookSecret former = WebhookSecret.generate("abcdefghijklmnopqrstuvwx".getBytes(StandardCharsets.UTF_8));
    private final Instant now = Instant.now();

    @Test
    void svix_verifies_it_with_the_new_secret_and_with_the_old_one() {
        var headers = headers("svix-", secret.sign(message, now, BODY) + " " + former.sign(message, now, BODY));

        assertThatCode(() -> new Webhook(secret.value()).verify(BODY, headers)).doesNotThrowAnyException();
        assertThatCode(() -> new Webhook(former.value()).verify(BODY, headers)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Webhook(secret.value()).verify(BODY + " ", headers)).isInstanceOf(Exception.class);
    }

    @Test
    void standard_webhooks_verifies_it_with_the_new_secret_and_with_the_old_one() {
        var headers = headers("webhook-", secret.sign(message, now, BODY) + " " + former.sign(message, now, BODY));

        assertThatCode(() -> new com.standardwebhooks.Webhook(secret.value()).verify(BODY, headers)).doesNotThrowAnyException();
        assertThatCode(() -> new com.standardwebhooks.Webhook(former.value()).verify(BODY, headers)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new com.standardwebhooks.Webhook(secret.value()).verify(BODY + " ", headers))
                .isInstanceOf(WebhookVerificationException.class);
    }

    private HttpHeaders headers(String prefix, String signatures) {
        var headers = new HashMap<String, List<String>>(Map.of(
                prefix + "id", List.of(message.toString()),
                prefix + "timestamp", List.of(Long.toString(now.getEpochSecond())),
                prefix + "signature", List.of(signatures)));
        return HttpHeaders.of(headers, (name, value) -> true);
    }
}
