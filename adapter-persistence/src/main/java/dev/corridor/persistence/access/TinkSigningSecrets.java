package dev.corridor.persistence.access;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import dev.corridor.application.access.port.SigningSecrets;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.access.SigningSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.IntFunction;

/** Encrypts with AES-256-GCM under the master key; the API key's id is the associated data. */
public final class TinkSigningSecrets implements SigningSecrets {

    private final Aead aead;
    private final IntFunction<byte[]> randomBytes;

    /** @param randomBytes returns that many bytes from a cryptographic generator */
    public TinkSigningSecrets(MasterKey masterKey, IntFunction<byte[]> randomBytes) {
        try {
            this.aead = new AesGcmJce(masterKey.bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
        this.randomBytes = randomBytes;
    }

    @Override
    public SigningSecret newSecret() {
        return SigningSecret.generate(randomBytes.apply(SigningSecret.RANDOM_BYTES));
    }

    @Override
    public SealedSecret seal(SigningSecret secret, ApiKeyId key) {
        try {
            var sealed = aead.encrypt(secret.value().getBytes(StandardCharsets.UTF_8), bytes(key));
            return new SealedSecret(Base64.getEncoder().encodeToString(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a signing secret could not be sealed", e);
        }
    }

    @Override
    public SigningSecret open(SealedSecret sealed, ApiKeyId key) {
        try {
            var opened = aead.decrypt(Base64.getDecoder().decode(sealed.value()), bytes(key));
            return new SigningSecret(new String(opened, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a signing secret cannot be opened: it was sealed with another master key, or for another key", e);
        }
    }

    private static byte[] bytes(ApiKeyId key) {
        return key.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
