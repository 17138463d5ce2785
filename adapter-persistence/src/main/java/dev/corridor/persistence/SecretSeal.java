package dev.corridor.persistence;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.persistence.access.MasterKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Encrypts secrets with AES-256-GCM under the master key; the id of their owner is the associated data. What a former master key has sealed is opened as
 * long as that is named.
 */
public final class SecretSeal {

    /** Which of the master keys opens a secret. */
    public enum KeyFound {
        CURRENT,
        FORMER,
        NONE
    }

    private final List<Aead> keys;

    public SecretSeal(MasterKey masterKey) {
        this.keys = masterKey.all().stream().map(SecretSeal::aead).toList();
    }

    private static Aead aead(byte[] key) {
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** @param owner its text is the id */
    public SealedSecret seal(String secret, Object owner) {
        try {
            var sealed = keys.getFirst().encrypt(secret.getBytes(StandardCharsets.UTF_8), bytes(owner));
            return new SealedSecret(Base64.getEncoder().encodeToString(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret could not be sealed", e);
        }
    }

    /** @throws IllegalStateException if it was sealed for another owner or with another master key */
    public String open(SealedSecret sealed, Object owner) {
        return keys.stream()
                .flatMap(key -> open(sealed, owner, key).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "a secret cannot be opened: it was sealed with another master key, or for another owner"));
    }

    public KeyFound keyOf(SealedSecret sealed, Object owner) {
        if (open(sealed, owner, keys.getFirst()).isPresent()) {
            return KeyFound.CURRENT;
        }
        return keys.stream().anyMatch(key -> open(sealed, owner, key).isPresent()) ? KeyFound.FORMER : KeyFound.NONE;
    }

    private static Optional<String> open(SealedSecret sealed, Object owner, Aead key) {
        try {
            return Optional.of(new String(key.decrypt(Base64.getDecoder().decode(sealed.value()), bytes(owner)), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(Object owner) {
        return owner.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
