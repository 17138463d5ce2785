package dev.corridor.persistence.webhook;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.webhook.port.Endpoints;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.TenantQuery;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresEndpoints implements Endpoints {

    private final Jdbi jdbi;
    private final EndpointRows rows = new EndpointRows();

    public PostgresEndpoints(DataSource dataSource) {
        this.jdbi = Database.forRequestsOn(dataSource);
    }

    @Override
    public Optional<Endpoint> find(OrganizationId organization, EndpointId id) {
        return new TenantQuery<>(organization, EndpointRows.SELECT, rows)
                .where(EndpointRows.IS_THERE)
                .where("endpoint_id = :id", "id", id.uuid())
                .find(jdbi);
    }

    @Override
    public Page<Endpoint> page(OrganizationId organization, PageRequest<EndpointId> request) {
        return new TenantQuery<>(organization, EndpointRows.SELECT, rows)
                .where(EndpointRows.IS_THERE)
                .page(jdbi, "endpoint_id", request, EndpointId::uuid);
    }
}
