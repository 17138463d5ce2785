package dev.corridor.testing;

import dev.corridor.application.access.port.SigningSecrets;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.access.SigningSecret;

/** Seals by noting the key's id, which is enough to detect opening with a wrong key. */
public final class ReadableSecrets implements SigningSecrets {

    private final SequentialIds ids = new SequentialIds();

    @Override
    public SigningSecret newSecret() {
        return new SigningSecret(ids.next().toString());
    }

    @Override
    public SealedSecret seal(SigningSecret secret, ApiKeyId key) {
        return new SealedSecret(key + " " + secret.value());
    }

    @Override
    public SigningSecret open(SealedSecret sealed, ApiKeyId key) {
        var parts = sealed.value().split(" ", 2);
        if (!parts[0].equals(key.toString())) {
            throw new IllegalStateException("it was sealed for another key");
        }
        return new SigningSecret(parts[1]);
    }
}
