package dev.corridor.persistence.access;

import static dev.corridor.persistence.Columns.instant;
import static dev.corridor.persistence.Columns.uuid;

import dev.corridor.application.access.port.ApiKeys;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The key store. Nobody is let in before it has answered, so its answer is bounded: a look-up is given up after
 * {@value #LOOKUP_TIMEOUT_SECONDS} seconds. That covers a database that is slow; one that cannot be reached is bounded by the data source's
 * own {@code connectionTimeout} and {@code socketTimeout}.
 */
public final class PostgresApiKeys implements ApiKeys {

    private static final int LOOKUP_TIMEOUT_SECONDS = 2;

    private final Jdbi jdbi;

    public PostgresApiKeys(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public Optional<ApiKey> findByHash(String hash) {
        var select =
                """
                select api_key_id, organization_id, environment, hash, revoked, created_at
                from api_keys
                where hash = :hash
                """;
        try {
            return jdbi.withHandle(handle -> handle.createQuery(select)
                    .setQueryTimeout(LOOKUP_TIMEOUT_SECONDS)
                    .bind("hash", hash)
                    .map(PostgresApiKeys::apiKey)
                    .findOne());
        } catch (JdbiException e) {
            throw new Unreachable(e);
        }
    }

    @Override
    public boolean add(ApiKey key) {
        var insert =
                """
                insert into api_keys (api_key_id, organization_id, environment, hash, revoked, created_at)
                values (:id, :organization, :environment, :hash, :revoked, :createdAt)
                on conflict (hash) do nothing
                """;
        return jdbi.withHandle(handle -> handle.createUpdate(insert)
                        .bind("id", key.id().uuid())
                        .bind("organization", key.organization().uuid())
                        .bind("environment", key.environment().name())
                        .bind("hash", key.hash())
                        .bind("revoked", key.revoked())
                        .bind("createdAt", key.createdAt())
                        .execute())
                == 1;
    }

    private static ApiKey apiKey(ResultSet row, StatementContext context) throws SQLException {
        return new ApiKey(
                new ApiKeyId(uuid(row, "api_key_id")),
                new OrganizationId(uuid(row, "organization_id")),
                Environment.valueOf(row.getString("environment")),
                row.getString("hash"),
                row.getBoolean("revoked"),
                instant(row, "created_at"));
    }
}
