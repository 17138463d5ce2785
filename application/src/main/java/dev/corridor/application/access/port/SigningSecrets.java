package dev.corridor.application.access.port;

import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.access.SigningSecret;

/** Makes signing secrets that nobody can guess, and keeps them from whoever reads the database. */
public interface SigningSecrets {

    SigningSecret newSecret();

    /** Closes a secret up for its key. Moved to another key it cannot be opened. */
    SealedSecret seal(SigningSecret secret, ApiKeyId key);

    /** @throws IllegalStateException if it was sealed for another key, or with another master key */
    SigningSecret open(SealedSecret sealed, ApiKeyId key);
}
