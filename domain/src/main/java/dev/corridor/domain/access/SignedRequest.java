package dev.corridor.domain.access;

import java.util.function.Supplier;

/**
 * A request that claims to be signed.
 *
 * @param signature as it was sent
 * @param target the path and, if there is one, '?' and the query, URL-decoded
 * @param body as it is signed: a form URL-decoded, anything else as it is; empty if there is none. It is not asked for before everything that can
 *     be known without it is in order.
 */
public record SignedRequest(Nonce nonce, String signature, String target, Supplier<String> body) {

    public boolean isSignedWith(SigningSecret secret, String presentedKey) {
        return secret.hasSigned(message(presentedKey), signature);
    }

    /** Source: the Nexpay contract: {@code apikey & nonce target [? body]}. */
    private String message(String presentedKey) {
        var text = body.get();
        return presentedKey + "&" + nonce + target + (text.isEmpty() ? "" : "?" + text);
    }

    /** Neither the query nor the body is anybody's business but the use case's. */
    @Override
    public String toString() {
        return "SignedRequest[" + nonce + "]";
    }
}
