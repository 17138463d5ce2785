package dev.corridor.persistence.access;

import dev.corridor.application.access.port.SigningSecrets;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.access.SigningSecret;
import dev.corridor.persistence.SecretSeal;
import java.util.function.IntFunction;

public final class TinkSigningSecrets implements SigningSecrets {

    private final SecretSeal seal;
    private final IntFunction<byte[]> randomBytes;

    /** @param randomBytes returns that many bytes from a cryptographic generator */
    public TinkSigningSecrets(MasterKey masterKey, IntFunction<byte[]> randomBytes) {
        this.seal = new SecretSeal(masterKey);
        this.randomBytes = randomBytes;
    }

    @Override
    public SigningSecret newSecret() {
        return SigningSecret.generate(randomBytes.apply(SigningSecret.RANDOM_BYTES));
    }

    @Override
    public SealedSecret seal(SigningSecret secret, ApiKeyId key) {
        return seal.seal(secret.value(), key);
    }

    @Override
    public SigningSecret open(SealedSecret sealed, ApiKeyId key) {
        return new SigningSecret(seal.open(sealed, key));
    }
}
