package dev.corridor.client.model;

import java.util.Optional;

/**
 * A new secret.
 *
 * @param secret shown only once: only its hash is stored, so a replayed response has none
 * @param signingSecret shown only once too; absent unless the key requires signed requests
 */
public record NewSecret(ApiKey apiKey, Optional<String> secret, Optional<String> signingSecret) {

    /** Without what is confidential. */
    @Override
    public String toString() {
        return "NewSecret[confidential]";
    }
}
