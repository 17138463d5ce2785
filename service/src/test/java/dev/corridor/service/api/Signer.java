package dev.corridor.service.api;

import dev.corridor.domain.access.SigningSecret;

/** Somebody with a key that demands signed requests, who signs as the Nexpay contract has it. */
record Signer(String id, String key, SigningSecret secret, ApiClient api) {

    /** A new key of that customer. */
    static Signer of(World world, Customer owner, String name) {
        var request = Body.of("name", name).with("{\"permissions\":[\"accounts:read\",\"accounts:write\"],\"signed\":true}");
        var created = owner.api().post("/v1/api-keys", request).isOk();
        return of(world, created.text("/apiKey/apiKeyId"), created);
    }

    /** As an answer tells it that shows secrets. */
    static Signer of(World world, String id, Answer created) {
        return new Signer(id, created.text("/secret"), new SigningSecret(created.text("/signingSecret")), world.stranger());
    }

    Answer get(long nonce, String path) {
        return signing(nonce, path, "").get(path);
    }

    Answer post(long nonce, String path, Body body) {
        return signing(nonce, path, body.toString()).post(path, body);
    }

    /** The headers of a request to that path with its query, URL-decoded, and that body. */
    ApiClient signing(long nonce, String target, String body) {
        var message = key + "&" + nonce + target + (body.isEmpty() ? "" : "?" + body);
        return withKey().with("X-NONCE", Long.toString(nonce)).with("X-Signature", secret.sign(message));
    }

    ApiClient withKey() {
        return api.with("X-API-Key", key);
    }
}
