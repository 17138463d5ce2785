package dev.corridor.http.api.apikey;

import dev.corridor.application.access.NewSecret;
import dev.corridor.domain.access.SigningSecret;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A new secret on the wire.
 *
 * @param secret shown this once: only its hash is stored, so an answer that is given again has none
 * @param signingSecret shown this once too, if the key demands signed requests
 */
@Serdeable
record NewSecretResponse(String object, ApiKeyResponse apiKey, @Nullable String secret, @Nullable String signingSecret) {

    static NewSecretResponse of(NewSecret created) {
        return new NewSecretResponse("api_key_secret", ApiKeyResponse.of(created.key()), created.secret().value(), created.signing().map(SigningSecret::value).orElse(null));
    }

    /** As it is kept for when the request comes again. */
    static NewSecretResponse kept(NewSecret created) {
        return new NewSecretResponse("api_key_secret", ApiKeyResponse.of(created.key()), null, null);
    }

    @Override
    public String toString() {
        return "NewSecretResponse[" + apiKey + "]";
    }
}
