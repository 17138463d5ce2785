package dev.corridor.domain.access;

/** A {@link SigningSecret} that only the service can read, as it is stored. */
public record SealedSecret(String value) {

    /** It is of no use to people who read logs. */
    @Override
    public String toString() {
        return "SealedSecret[…]";
    }
}
