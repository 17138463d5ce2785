package dev.corridor.domain.access;

/**
 * What is kept of a secret that was given to its owner.
 *
 * @param hash finds the key when the secret is presented
 * @param displayPrefix its beginning, by which the owner recognises it; too little of it to be of use to anybody else
 */
public record IssuedSecret(String hash, String displayPrefix) {

    public static IssuedSecret of(ApiKeySecret secret) {
        return new IssuedSecret(secret.hash(), secret.displayPrefix());
    }

    /** The hash is of no use to people who read logs. */
    @Override
    public String toString() {
        return displayPrefix + "…";
    }
}
