package dev.corridor.service.api;

import dev.corridor.domain.access.SignatureFormat;
import dev.corridor.domain.access.SigningSecret;
import dev.corridor.domain.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Signs requests with a key, in the key's format. */
record Signer(String id, String key, SigningSecret secret, SignatureFormat format, ApiClient api) {

    /** A new key of the customer, in the format of the Nexpay contract. */
    static Signer of(World world, Customer owner, String name) {
        return of(world, owner, name, SignatureFormat.NEXPAY);
    }

    static Signer of(World world, Customer owner, String name, SignatureFormat format) {
        var request = Body.of("name", name, "signatureFormat", format.name())
                .with("{\"permissions\":[\"accounts:read\",\"accounts:write\"],\"signed\":true}");
        var created = owner.api().post("/v1/api-keys", request).isOk();
        return of(world, created.text("/apiKey/apiKeyId"), created);
    }

    /** From a response that contains secrets. */
    static Signer of(World world, String id, Answer created) {
        return new Signer(
                id,
                created.text("/secret"),
                new SigningSecret(created.text("/signingSecret")),
                SignatureFormat.valueOf(created.text("/apiKey/signatureFormat")),
                world.stranger());
    }

    Answer get(long nonce, String path) {
        return signing(nonce, "GET", path, "").get(path);
    }

    Answer post(long nonce, String path, Body body) {
        return signing(nonce, "POST", path, body.toString()).post(path, body);
    }

    /** The headers of a request without an idempotency key; in Nexpay's format the query of the target is URL-decoded already. */
    ApiClient signing(long nonce, String method, String target, String body) {
        return signing(nonce, method, target, "", body);
    }

    ApiClient signing(long nonce, String method, String target, String idempotencyKey, String body) {
        var message = switch (format) {
            case NEXPAY -> key + "&" + nonce + target + (body.isEmpty() ? "" : "?" + body);
            case CORRIDOR -> String.join("\n", key, Long.toString(nonce), method, target, idempotencyKey, digest(body));
        };
        return withKey().with("X-NONCE", Long.toString(nonce)).with("X-Signature", secret.sign(message));
    }

    private static String digest(String body) {
        return HexFormat.of().formatHex(Sha256.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    ApiClient withKey() {
        return api.with("X-API-Key", key);
    }
}
