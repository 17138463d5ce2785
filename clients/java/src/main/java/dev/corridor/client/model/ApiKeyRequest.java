package dev.corridor.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A new key. */
public final class ApiKeyRequest extends Members<ApiKeyRequest> {

    private ApiKeyRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static ApiKeyRequest of(String name, List<Permission> permissions) {
        return new ApiKeyRequest(Map.of())
                .with("name", name)
                .with("permissions", permissions);
    }

    @Override
    ApiKeyRequest copy(Map<String, Object> values) {
        return new ApiKeyRequest(values);
    }

    /** The caller's own if absent. */
    public ApiKeyRequest tier(Tier tier) {
        return with("tier", tier);
    }

    /** Addresses and CIDR ranges, within those of the caller's key; any if absent. */
    public ApiKeyRequest allowedAddresses(List<String> allowedAddresses) {
        return with("allowedAddresses", allowedAddresses);
    }

    /** The deployment's if absent. */
    public ApiKeyRequest dialect(DialectName dialect) {
        return with("dialect", dialect);
    }

    /** No later than that of the caller's key; never if absent. */
    public ApiKeyRequest expiresAt(Instant expiresAt) {
        return with("expiresAt", expiresAt);
    }

    /** True if absent; false to enable it later. */
    public ApiKeyRequest enabled(boolean enabled) {
        return with("enabled", enabled);
    }

    /** Whether requests must be signed, as they must if the caller's must; permanent. */
    public ApiKeyRequest signed(boolean signed) {
        return with("signed", signed);
    }

    /**
     * What the signatures cover: NEXPAY, or all that decides what a request does, CORRIDOR; if absent, NEXPAY for a key that is signed; permanent.
     */
    public ApiKeyRequest signatureFormat(SignatureFormat signatureFormat) {
        return with("signatureFormat", signatureFormat);
    }
}
