package dev.corridor.domain.access;

import java.util.Optional;

/**
 * What is kept of a secret that was given to its owner.
 *
 * @param hash finds the key when the secret is presented
 * @param displayPrefix its beginning, by which the owner recognises it; too little of it to be of use to anybody else
 * @param signing what whoever comes with it must sign requests with; empty if they need not
 */
public record IssuedSecret(String hash, String displayPrefix, Optional<SealedSecret> signing) {

    public static IssuedSecret of(ApiKeySecret secret, Optional<SealedSecret> signing) {
        return new IssuedSecret(secret.hash(), secret.displayPrefix(), signing);
    }

    /** The hash is of no use to people who read logs. */
    @Override
    public String toString() {
        return displayPrefix + "…";
    }
}
