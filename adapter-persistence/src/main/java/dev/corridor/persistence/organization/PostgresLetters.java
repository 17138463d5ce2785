package dev.corridor.persistence.organization;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.organization.port.Letters;
import dev.corridor.domain.organization.LetterFilter;
import dev.corridor.domain.organization.LetterId;
import dev.corridor.domain.organization.LetterOfAuthorization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.TenantQuery;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresLetters implements Letters {

    private final Jdbi jdbi;
    private final LetterRows rows = new LetterRows();

    public PostgresLetters(DataSource dataSource) {
        this.jdbi = Database.forRequestsOn(dataSource);
    }

    @Override
    public Optional<LetterOfAuthorization> find(OrganizationId granting, OrganizationId authorized) {
        return new TenantQuery<>(granting, LetterRows.SELECT, rows)
                .where("authorized_organization_id = :authorized", "authorized", authorized.uuid())
                .where(LetterRows.IS_NOT_REVOKED)
                .find(jdbi);
    }

    @Override
    public Page<LetterOfAuthorization> page(OrganizationId party, LetterFilter filter, PageRequest<LetterId> request) {
        var query = new TenantQuery<>(party, sideOf(filter), LetterRows.SELECT, rows);
        filter.status().ifPresent(status -> query.where("status = :status", "status", status.name()));
        return query.page(jdbi, "letter_id", request, LetterId::uuid);
    }

    private static String sideOf(LetterFilter filter) {
        if (filter.role().isEmpty()) {
            return "(organization_id = :organization or authorized_organization_id = :organization)";
        }
        return switch (filter.role().get()) {
            case GRANTER -> "organization_id = :organization";
            case AUTHORIZED -> "authorized_organization_id = :organization";
        };
    }
}
