package dev.corridor.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests in the format CORRIDOR: all that decides what a request does. */
final class Signer {

    private static final String ALGORITHM = "HmacSHA512";

    private final String key;
    private final SecretKeySpec secret;
    private long lastNonce;

    Signer(String key, String secret) {
        this.key = key;
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Runs one action after the other: the service refuses a nonce that has been overtaken. */
    synchronized <T> T inTurn(Supplier<T> action) {
        return action.get();
    }

    /** @param body empty for none */
    synchronized Map<String, String> headers(Request<?> request, String body) {
        lastNonce = Math.max(System.currentTimeMillis(), lastNonce + 1);
        var nonce = Long.toString(lastNonce);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            var signed = String.join(
                    "\n", key, nonce, request.method(), request.target(), request.idempotencyKey().orElse(""), HexFormat.of().formatHex(digest));
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            var signature = HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
            return Map.of("X-API-Key", key, "X-NONCE", nonce, "X-Signature", signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has these algorithms", e);
        }
    }
}
