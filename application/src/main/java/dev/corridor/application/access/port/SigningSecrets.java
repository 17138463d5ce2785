package dev.corridor.application.access.port;

import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.access.SigningSecret;

/** Generates signing secrets and encrypts them for storage. */
public interface SigningSecrets {

    SigningSecret newSecret();

    /** Encrypts a secret, bound to its key; it cannot be decrypted for another key. */
    SealedSecret seal(SigningSecret secret, ApiKeyId key);

    /** @throws IllegalStateException if it was sealed for another key or with another master key */
    SigningSecret open(SealedSecret sealed, ApiKeyId key);
}
