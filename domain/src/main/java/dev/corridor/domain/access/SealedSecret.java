package dev.corridor.domain.access;

/** A {@link SigningSecret}, or the secret of webhooks, encrypted for storage; only the service can decrypt it. */
public record SealedSecret(String value) {

    /** Keeps the ciphertext out of logs. */
    @Override
    public String toString() {
        return "SealedSecret[…]";
    }
}
