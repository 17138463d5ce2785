package dev.corridor.domain.access;

import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationId;
import java.time.Instant;

/** An API key as it is stored: it belongs to one organization and has full access to it until it is revoked. */
public record ApiKey(
        ApiKeyId id, OrganizationId organization, Environment environment, String hash, boolean revoked, Instant createdAt) {

    public static ApiKey issue(ApiKeyId id, OrganizationId organization, ApiKeySecret secret, Instant now) {
        return new ApiKey(id, organization, secret.environment(), secret.hash(), false, now);
    }

    /** The hash finds the key and is of no use to people who read logs. */
    @Override
    public String toString() {
        return "ApiKey[" + id + ", " + organization + ", " + environment + (revoked ? ", revoked]" : "]");
    }
}
