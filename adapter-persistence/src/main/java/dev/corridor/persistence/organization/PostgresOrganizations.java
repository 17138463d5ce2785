package dev.corridor.persistence.organization;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.organization.NetworkMember;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.Database;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresOrganizations implements Organizations {

    private static final String PENDING = """
            where verification = 'PENDING' and organization_id > :after
            order by organization_id
            limit :limit
            """;

    private static final String PAGE = """
            where (:name = '' or position(lower(:name) in lower(name)) > 0) and organization_id < :after
            order by organization_id desc
            limit :limit
            """;

    private static final UUID LEAST = new UUID(0, 0);
    private static final UUID GREATEST = new UUID(-1, -1);

    private final Jdbi jdbi;
    private final NetworkMemberRows memberRows = new NetworkMemberRows();

    public PostgresOrganizations(DataSource dataSource) {
        this.jdbi = Database.forRequestsOn(dataSource);
    }

    @Override
    public Optional<Organization> find(OrganizationId id) {
        return jdbi.withHandle(handle -> handle.createQuery(OrganizationRows.SELECT + "where organization_id = :organization")
                .bind("organization", id.uuid())
                .map(new OrganizationRows())
                .findOne());
    }

    @Override
    public NetworkMember member(OrganizationId id) {
        return jdbi.withHandle(handle -> memberRows.get(id, handle));
    }

    @Override
    public Optional<NetworkMember> findMember(NetworkHandle name) {
        return jdbi.withHandle(handle -> memberRows.find(name, handle));
    }

    @Override
    public Page<Organization> page(Optional<String> name, PageRequest<OrganizationId> request) {
        return Page.of(jdbi.withHandle(handle -> handle.createQuery(OrganizationRows.SELECT + PAGE)
                .bind("name", name.orElse(""))
                .bind("after", request.after().map(OrganizationId::uuid).orElse(GREATEST))
                .bind("limit", request.limit() + 1)
                .map(new OrganizationRows())
                .list()), request.limit());
    }

    @Override
    public List<Organization> pendingVerification(Optional<OrganizationId> after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(OrganizationRows.SELECT + PENDING)
                .bind("after", after.map(OrganizationId::uuid).orElse(LEAST))
                .bind("limit", limit)
                .map(new OrganizationRows())
                .list());
    }
}
