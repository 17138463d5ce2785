package dev.corridor.persistence.organization;

import static dev.corridor.persistence.Columns.instant;
import static dev.corridor.persistence.Columns.uuid;

import dev.corridor.application.organization.port.Organizations;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

public final class PostgresOrganizations implements Organizations {

    private final Jdbi jdbi;

    public PostgresOrganizations(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public Optional<Organization> find(OrganizationId id) {
        var select =
                """
                select organization_id, name, crypto_payouts_enabled, created_at
                from organizations
                where organization_id = :organization
                """;
        return jdbi.withHandle(handle -> handle.createQuery(select)
                .bind("organization", id.uuid())
                .map(PostgresOrganizations::organization)
                .findOne());
    }

    @Override
    public void add(Organization organization) {
        var insert =
                """
                insert into organizations (organization_id, name, crypto_payouts_enabled, created_at)
                values (:organization, :name, :cryptoPayoutsEnabled, :createdAt)
                """;
        jdbi.useHandle(handle -> handle.createUpdate(insert)
                .bind("organization", organization.id().uuid())
                .bind("name", organization.name())
                .bind("cryptoPayoutsEnabled", organization.cryptoPayoutsEnabled())
                .bind("createdAt", organization.createdAt())
                .execute());
    }

    private static Organization organization(ResultSet row, StatementContext context) throws SQLException {
        return new Organization(
                new OrganizationId(uuid(row, "organization_id")),
                row.getString("name"),
                row.getBoolean("crypto_payouts_enabled"),
                instant(row, "created_at"));
    }
}
