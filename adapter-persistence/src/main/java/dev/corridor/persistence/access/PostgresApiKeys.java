package dev.corridor.persistence.access;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.access.port.ApiKeys;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.TenantQuery;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresApiKeys implements ApiKeys {

    private final Jdbi jdbi;
    private final ApiKeyRows rows = new ApiKeyRows();

    public PostgresApiKeys(DataSource dataSource) {
        this.jdbi = Database.forRequestsOn(dataSource);
    }

    @Override
    public Optional<ApiKey> find(OrganizationId organization, ApiKeyId id) {
        return new TenantQuery<>(organization, ApiKeyRows.SELECT, rows)
                .where("api_key_id = :id", "id", id.uuid())
                .where("status <> 'DELETED'")
                .find(jdbi);
    }

    @Override
    public Page<ApiKey> page(OrganizationId organization, PageRequest<ApiKeyId> request) {
        return new TenantQuery<>(organization, ApiKeyRows.SELECT, rows)
                .where("status <> 'DELETED'")
                .page(jdbi, "api_key_id", request, ApiKeyId::uuid);
    }

    @Override
    public Optional<OrganizationId> ownerOf(ApiKeyId id) {
        return jdbi.withHandle(handle -> handle.createQuery("select organization_id from api_keys where api_key_id = :id")
                .bind("id", id.uuid())
                .mapTo(UUID.class)
                .findOne()
                .map(OrganizationId::new));
    }
}
