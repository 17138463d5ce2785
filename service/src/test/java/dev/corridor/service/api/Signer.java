package dev.corridor.service.api;

import dev.corridor.domain.access.SigningSecret;

/** Signs requests with a key, as in the Nexpay contract. */
record Signer(String id, String key, SigningSecret secret, ApiClient api) {

    /** A new key of the customer. */
    static Signer of(World world, Customer owner, String name) {
        var request = Body.of("name", name).with("{\"permissions\":[\"accounts:read\",\"accounts:write\"],\"signed\":true}");
        var created = owner.api().post("/v1/api-keys", request).isOk();
        return of(world, created.text("/apiKey/apiKeyId"), created);
    }

    /** From a response that contains secrets. */
    static Signer of(World world, String id, Answer created) {
        return new Signer(id, created.text("/secret"), new SigningSecret(created.text("/signingSecret")), world.stranger());
    }

    Answer get(long nonce, String path) {
        return signing(nonce, path, "").get(path);
    }

    Answer post(long nonce, String path, Body body) {
        return signing(nonce, path, body.toString()).post(path, body);
    }

    /** The headers of a request to the path with its URL-decoded query, and the body. */
    ApiClient signing(long nonce, String target, String body) {
        var message = key + "&" + nonce + target + (body.isEmpty() ? "" : "?" + body);
        return withKey().with("X-NONCE", Long.toString(nonce)).with("X-Signature", secret.sign(message));
    }

    ApiClient withKey() {
        return api.with("X-API-Key", key);
    }
}
