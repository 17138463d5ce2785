package dev.corridor.http.api.apikey;

import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKey.FormerSecret;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.ApiKeyStatus;
import dev.corridor.domain.access.IpRange;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.SignatureFormat;
import dev.corridor.domain.access.Tier;
import dev.corridor.domain.organization.Environment;
import dev.corridor.http.edge.dialect.DialectName;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * An API key without its secret.
 *
 * @param prefix the beginning of the secret
 * @param allowedAddresses CIDR ranges; empty if unrestricted
 * @param signed whether requests must be signed
 * @param signatureFormat what their signatures must cover; absent if none is required
 * @param formerSecretWorksUntil when the secret before the last rotation expires or expired
 * @param lastUsedAt to the minute
 */
@Serdeable
public record ApiKeyResponse(
        @Literal("api_key") String object,
        @Spells(ApiKeyId.class) String apiKeyId,
        String name,
        @Spells(Environment.class) String environment,
        String prefix,
        @Spells(ApiKeyStatus.class) String status,
        @Spells(Permission.class) List<String> permissions,
        @Spells(Tier.class) String tier,
        boolean signed,
        @Nullable @Spells(SignatureFormat.class) String signatureFormat,
        List<String> allowedAddresses,
        @Nullable @Spells(DialectName.class) String dialect,
        @Nullable @Spells(Instant.class) String formerSecretWorksUntil,
        @Nullable @Spells(Instant.class) String expiresAt,
        @Nullable @Spells(Instant.class) String lastUsedAt,
        @Spells(Instant.class) String createdAt,
        @Spells(Instant.class) String updatedAt) {

    public static ApiKeyResponse of(ApiKey key) {
        var terms = key.terms();
        return new ApiKeyResponse(
                "api_key",
                key.id().toString(),
                terms.name(),
                key.environment().name(),
                key.secret().displayPrefix(),
                key.status().name(),
                terms.permissions().stream().map(Permission::toString).toList(),
                terms.tier().name(),
                terms.signature().isPresent(),
                terms.signature().map(SignatureFormat::name).orElse(null),
                terms.allowedAddresses().stream().map(IpRange::toString).toList(),
                terms.dialect().orElse(null),
                key.former().map(FormerSecret::worksUntil).map(Timestamp::format).orElse(null),
                terms.expiresAt().map(Timestamp::format).orElse(null),
                key.lastUsedAt().map(Timestamp::format).orElse(null),
                Timestamp.format(key.createdAt()),
                Timestamp.format(key.updatedAt()));
    }
}
