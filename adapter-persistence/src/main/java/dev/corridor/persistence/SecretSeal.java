package dev.corridor.persistence;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.persistence.access.MasterKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Encrypts secrets with AES-256-GCM under the master key; the id of their owner is the associated data. */
public final class SecretSeal {

    private final Aead aead;

    public SecretSeal(MasterKey masterKey) {
        try {
            this.aead = new AesGcmJce(masterKey.bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** @param owner its text is the id */
    public SealedSecret seal(String secret, Object owner) {
        try {
            var sealed = aead.encrypt(secret.getBytes(StandardCharsets.UTF_8), bytes(owner));
            return new SealedSecret(Base64.getEncoder().encodeToString(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret could not be sealed", e);
        }
    }

    /** @throws IllegalStateException if it was sealed for another owner or with another master key */
    public String open(SealedSecret sealed, Object owner) {
        try {
            return new String(aead.decrypt(Base64.getDecoder().decode(sealed.value()), bytes(owner)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret cannot be opened: it was sealed with another master key, or for another owner", e);
        }
    }

    private static byte[] bytes(Object owner) {
        return owner.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
