package dev.corridor.application.webhook.port;

import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.domain.webhook.WebhookSecret;

/** Generates the secrets of endpoints and encrypts them for storage. */
public interface EndpointSecrets {

    WebhookSecret newSecret();

    /** Encrypts a secret, bound to its endpoint; it cannot be decrypted for another one. */
    SealedSecret seal(WebhookSecret secret, EndpointId endpoint);

    /** @throws IllegalStateException if it was sealed for another endpoint or with another master key */
    WebhookSecret open(SealedSecret sealed, EndpointId endpoint);
}
