package dev.corridor.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A change of a key. Absent members stay unchanged. */
public final class ApiKeyChangeRequest extends Members<ApiKeyChangeRequest> {

    private ApiKeyChangeRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static ApiKeyChangeRequest of() {
        return new ApiKeyChangeRequest(Map.of());
    }

    @Override
    ApiKeyChangeRequest copy(Map<String, Object> values) {
        return new ApiKeyChangeRequest(values);
    }

    public ApiKeyChangeRequest name(String name) {
        return with("name", name);
    }

    public ApiKeyChangeRequest permissions(List<Permission> permissions) {
        return with("permissions", permissions);
    }

    public ApiKeyChangeRequest tier(Tier tier) {
        return with("tier", tier);
    }

    /** Empty for any address. */
    public ApiKeyChangeRequest allowedAddresses(List<String> allowedAddresses) {
        return with("allowedAddresses", allowedAddresses);
    }

    public ApiKeyChangeRequest dialect(DialectName dialect) {
        return with("dialect", dialect);
    }

    public ApiKeyChangeRequest expiresAt(Instant expiresAt) {
        return with("expiresAt", expiresAt);
    }

    /** True to remove the expiry. */
    public ApiKeyChangeRequest neverExpires(boolean neverExpires) {
        return with("neverExpires", neverExpires);
    }
}
