package dev.corridor.client.api;

import dev.corridor.client.Listing;
import dev.corridor.client.Request;
import dev.corridor.client.Target;
import dev.corridor.client.model.ApiKey;
import dev.corridor.client.model.ApiKeyChangeRequest;
import dev.corridor.client.model.ApiKeyRequest;
import dev.corridor.client.model.NewSecret;
import dev.corridor.client.model.RotationRequest;
import java.util.List;

public final class ApiKeys {

    private ApiKeys() {}

    /** List your keys, newest first. Requires {@code api-keys:read}. */
    public static Listing<ApiKey> listApiKeys() {
        return Listing.of("/v1/api-keys", ApiKey.class);
    }

    /** Create a key. Requires {@code api-keys:write}. */
    public static Request<NewSecret> createApiKey(ApiKeyRequest body) {
        return Request.once("POST", "/v1/api-keys", NewSecret.class).body(body);
    }

    /** Read a key. Requires {@code api-keys:read}. */
    public static Request<ApiKey> getApiKey(String apiKeyId) {
        return Request.of("GET", Target.path("/v1/api-keys/{apiKeyId}", apiKeyId), ApiKey.class);
    }

    /** Delete a key. Requires {@code api-keys:write}. */
    public static Request<ApiKey> deleteApiKey(String apiKeyId) {
        return Request.once("DELETE", Target.path("/v1/api-keys/{apiKeyId}", apiKeyId), ApiKey.class);
    }

    /** Change a key's name, permissions, allowed addresses and expiry. Requires {@code api-keys:write}. */
    public static Request<ApiKey> changeApiKey(String apiKeyId, ApiKeyChangeRequest body) {
        return Request.once("PATCH", Target.path("/v1/api-keys/{apiKeyId}", apiKeyId), ApiKey.class).body(body);
    }

    /** Enable a pending key. Requires {@code api-keys:write}. */
    public static Request<ApiKey> enableApiKey(String apiKeyId) {
        return Request.once("POST", Target.path("/v1/api-keys/{apiKeyId}/enable", apiKeyId), ApiKey.class);
    }

    /** Lock a key. Requires {@code api-keys:write}. */
    public static Request<ApiKey> lockApiKey(String apiKeyId) {
        return Request.once("POST", Target.path("/v1/api-keys/{apiKeyId}/lock", apiKeyId), ApiKey.class);
    }

    /** Rotate a key's secret. Requires {@code api-keys:write}. */
    public static Request<NewSecret> rotateApiKey(String apiKeyId, RotationRequest body) {
        return Request.once("POST", Target.path("/v1/api-keys/{apiKeyId}/rotate", apiKeyId), NewSecret.class).body(body);
    }

    /** Unlock a key. Requires {@code api-keys:write}. */
    public static Request<ApiKey> unlockApiKey(String apiKeyId) {
        return Request.once("POST", Target.path("/v1/api-keys/{apiKeyId}/unlock", apiKeyId), ApiKey.class);
    }
}
