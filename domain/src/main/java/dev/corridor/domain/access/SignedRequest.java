package dev.corridor.domain.access;

import java.util.function.Supplier;

/**
 * The signature of a request and what it covers.
 *
 * @param signature as it was sent
 * @param target the path and, if there is one, '?' and the query, URL-decoded
 * @param body as it is signed: a form URL-decoded, anything else as sent; empty if there is none. It is read lazily, only after all cheaper
 *     checks have passed.
 */
public record SignedRequest(Nonce nonce, String signature, String target, Supplier<String> body) {

    public boolean isSignedWith(SigningSecret secret, String presentedKey) {
        return secret.hasSigned(message(presentedKey), signature);
    }

    /** Format: {@code apikey & nonce target [? body]}. Source: the Nexpay contract. */
    private String message(String presentedKey) {
        var text = body.get();
        return presentedKey + "&" + nonce + target + (text.isEmpty() ? "" : "?" + text);
    }

    /** Keeps query and body out of logs. */
    @Override
    public String toString() {
        return "SignedRequest[" + nonce + "]";
    }
}
