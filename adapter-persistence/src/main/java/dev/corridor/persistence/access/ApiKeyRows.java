package dev.corridor.persistence.access;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.optionalInstant;
import static dev.corridor.persistence.ColumnTypes.texts;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKey.FormerSecret;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.ApiKeyStatus;
import dev.corridor.domain.access.IpRange;
import dev.corridor.domain.access.IssuedSecret;
import dev.corridor.domain.access.KeyTerms;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.access.SignatureFormat;
import dev.corridor.domain.access.Tier;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps API keys to their tables. */
public final class ApiKeyRows implements RowMapper<ApiKey> {

    static final String COLUMNS = """
            api_keys.api_key_id, api_keys.organization_id, api_keys.environment, api_keys.name, api_keys.permissions, api_keys.tier,
            api_keys.allowed_addresses, api_keys.dialect, api_keys.signature_format, api_keys.expires_at, api_keys.status,
            api_keys.hash, api_keys.display_prefix, api_keys.signing_secret, api_keys.former_hash, api_keys.former_signing_secret,
            api_keys.former_works_until, api_keys.created_at,
            api_keys.updated_at, api_keys.last_used_at
            """;

    public static final String SELECT = "select " + COLUMNS + "from api_keys\n";

    /** Excludes the time of last use, which only {@link PostgresKeyUses} writes. */
    private static final BulkInsert<ApiKey> RECORDING = BulkInsert.<ApiKey>into("api_keys")
            .uuid("api_key_id", key -> key.id().uuid())
            .uuid("organization_id", key -> key.organization().uuid())
            .text("environment", key -> key.environment().name())
            .text("name", key -> key.terms().name())
            .texts("permissions", key -> key.terms().permissions().stream().map(Permission::toString).toList())
            .text("tier", key -> key.terms().tier().name())
            .texts("allowed_addresses", key -> key.terms().allowedAddresses().stream().map(IpRange::toString).toList())
            .text("dialect", key -> key.terms().dialect().orElse(""))
            .text("signature_format", key -> key.terms().signature().map(SignatureFormat::name).orElse(null))
            .timestamp("expires_at", key -> key.terms().expiresAt().orElse(null))
            .text("status", key -> key.status().name())
            .text("hash", key -> key.secret().hash())
            .text("display_prefix", key -> key.secret().displayPrefix())
            .text("signing_secret", key -> key.secret().signing().map(SealedSecret::value).orElse(null))
            .text("former_signing_secret", key -> key.former().flatMap(FormerSecret::signing).map(SealedSecret::value).orElse(null))
            .text("former_hash", key -> key.former().map(FormerSecret::hash).orElse(null))
            .timestamp("former_works_until", key -> key.former().map(FormerSecret::worksUntil).orElse(null))
            .timestamp("created_at", ApiKey::createdAt)
            .timestamp("updated_at", ApiKey::updatedAt)
            .onConflict(
                    "api_key_id",
                    """
                    do update
                    set name = excluded.name, permissions = excluded.permissions, tier = excluded.tier,
                        allowed_addresses = excluded.allowed_addresses, dialect = excluded.dialect,
                        signature_format = excluded.signature_format, expires_at = excluded.expires_at, status = excluded.status,
                        hash = excluded.hash, display_prefix = excluded.display_prefix, signing_secret = excluded.signing_secret,
                        former_hash = excluded.former_hash, former_signing_secret = excluded.former_signing_secret,
                        former_works_until = excluded.former_works_until, updated_at = excluded.updated_at
                    """);

    /** Former secrets stay unchanged. Another key's secret inserts no row, which the caller must check. */
    private static final BulkInsert<ApiKey> SECRETS = BulkInsert.<ApiKey>into("api_key_secrets")
            .text("hash", key -> key.secret().hash())
            .uuid("api_key_id", key -> key.id().uuid())
            .uuid("organization_id", key -> key.organization().uuid())
            .timestamp("issued_at", ApiKey::updatedAt)
            .onConflict("hash", "do nothing");

    private static final Set<String> KNOWN_PERMISSIONS = Permission.ALL.stream().map(Permission::toString).collect(Collectors.toUnmodifiableSet());

    /** An organization's keys that are not deleted. */
    public List<ApiKey> ofOrganization(OrganizationId organization, Handle handle) {
        return handle.createQuery(SELECT + "where organization_id = :organization and status <> 'DELETED'\norder by api_key_id")
                .bind("organization", organization.uuid())
                .map(this)
                .list();
    }

    /** Whether the key's current secret belongs to it, not to another key. */
    public static boolean isFoundBySecret(ApiKey key, Handle handle) {
        return handle.createQuery("select api_key_id from api_key_secrets where hash = :hash")
                .bind("hash", key.secret().hash())
                .mapTo(UUID.class)
                .findOne()
                .filter(key.id().uuid()::equals)
                .isPresent();
    }

    /** Inserts or updates. */
    public static void record(List<ApiKey> keys, Pipeline pipeline) {
        RECORDING.record(keys, pipeline);
    }

    /** Inserts the current secrets. */
    public static void recordSecrets(List<ApiKey> keys, Pipeline pipeline) {
        SECRETS.record(keys, pipeline);
    }

    @Override
    public ApiKey map(ResultSet row, StatementContext context) throws SQLException {
        return new ApiKey(
                new ApiKeyId(uuid(row, "api_key_id")),
                new OrganizationId(uuid(row, "organization_id")),
                Environment.valueOf(row.getString("environment")),
                terms(row),
                ApiKeyStatus.valueOf(row.getString("status")),
                new IssuedSecret(row.getString("hash"), row.getString("display_prefix"), sealed(row, "signing_secret")),
                former(row),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                optionalInstant(row, "last_used_at"));
    }

    private static KeyTerms terms(ResultSet row) throws SQLException {
        return new KeyTerms(
                row.getString("name"),
                texts(row, "permissions").stream().filter(KNOWN_PERMISSIONS::contains).map(Permission::parse).collect(Collectors.toSet()),
                Tier.valueOf(row.getString("tier")),
                texts(row, "allowed_addresses").stream().map(IpRange::parse).toList(),
                Optional.of(row.getString("dialect")).filter(Predicate.not(String::isEmpty)),
                Optional.ofNullable(row.getString("signature_format")).map(SignatureFormat::valueOf),
                optionalInstant(row, "expires_at"));
    }

    private static Optional<FormerSecret> former(ResultSet row) throws SQLException {
        var hash = row.getString("former_hash");
        return hash == null
                ? Optional.empty()
                : Optional.of(new FormerSecret(hash, sealed(row, "former_signing_secret"), instant(row, "former_works_until")));
    }

    private static Optional<SealedSecret> sealed(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(SealedSecret::new);
    }
}
