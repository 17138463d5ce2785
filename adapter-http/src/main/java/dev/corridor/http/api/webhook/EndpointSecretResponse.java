package dev.corridor.http.api.webhook;

import dev.corridor.domain.webhook.WebhookSecret;
import io.micronaut.serde.annotation.Serdeable;

/**
 * The secret that signs an endpoint's messages.
 *
 * @param key {@code whsec_} and the key in Base64
 */
@Serdeable
record EndpointSecretResponse(String key) {

    static EndpointSecretResponse of(WebhookSecret secret) {
        return new EndpointSecretResponse(secret.value());
    }

    @Override
    public String toString() {
        return "EndpointSecretResponse[…]";
    }
}
