package dev.corridor.http.api.apikey;

import dev.corridor.application.access.NewSecret;
import dev.corridor.domain.access.SigningSecret;
import dev.corridor.http.edge.wire.Literal;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A new secret.
 *
 * @param secret shown only once: only its hash is stored, so a replayed response has none
 * @param signingSecret shown only once too; absent unless the key requires signed requests
 */
@Serdeable
record NewSecretResponse(@Literal("api_key_secret") String object, ApiKeyResponse apiKey, @Nullable String secret, @Nullable String signingSecret) {

    static NewSecretResponse of(NewSecret created) {
        return new NewSecretResponse("api_key_secret", ApiKeyResponse.of(created.key()), created.secret().value(),
                created.signing().map(SigningSecret::value).orElse(null));
    }

    /** The response as stored for replays, without the secrets. */
    static NewSecretResponse kept(NewSecret created) {
        return new NewSecretResponse("api_key_secret", ApiKeyResponse.of(created.key()), null, null);
    }

    @Override
    public String toString() {
        return "NewSecretResponse[" + apiKey + "]";
    }
}
