package dev.corridor.http.apikey;

import dev.corridor.application.access.NewSecret;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A new secret on the wire.
 *
 * @param secret shown this once: only its hash is stored, so an answer that is given again has none
 */
@Serdeable
record NewSecretResponse(String object, ApiKeyResponse apiKey, @Nullable String secret) {

    static NewSecretResponse of(NewSecret created) {
        return new NewSecretResponse("api_key_secret", ApiKeyResponse.of(created.key()), created.secret().value());
    }

    /** As it is kept for when the request comes again. */
    static NewSecretResponse kept(NewSecret created) {
        return new NewSecretResponse("api_key_secret", ApiKeyResponse.of(created.key()), null);
    }

    @Override
    public String toString() {
        return "NewSecretResponse[" + apiKey + "]";
    }
}
