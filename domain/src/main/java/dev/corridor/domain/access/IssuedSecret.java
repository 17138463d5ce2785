package dev.corridor.domain.access;

import java.util.Optional;

/**
 * What is stored of a secret that was issued.
 *
 * @param hash finds the key when the secret is presented
 * @param displayPrefix lets the owner recognise it; too short to help an attacker
 * @param signing the secret that requests must be signed with; empty if no signature is required
 */
public record IssuedSecret(String hash, String displayPrefix, Optional<SealedSecret> signing) {

    public static IssuedSecret of(ApiKeySecret secret, Optional<SealedSecret> signing) {
        return new IssuedSecret(secret.hash(), secret.displayPrefix(), signing);
    }

    /** Leaves the hash out of logs. */
    @Override
    public String toString() {
        return displayPrefix + "…";
    }
}
