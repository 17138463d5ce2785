package dev.corridor.domain.access;

/** What the signature of a request covers. Each format covers all that those before it cover. */
public enum SignatureFormat {
    /** The key, the nonce, the path, and the URL-decoded query and body; neither the method nor any header. Source: the Nexpay contract. */
    NEXPAY,
    /** All that decides what a request does: the key, the nonce, the method, the target and the body as sent, and the idempotency key. */
    CORRIDOR;

    boolean coversAllOf(SignatureFormat other) {
        return compareTo(other) >= 0;
    }
}
