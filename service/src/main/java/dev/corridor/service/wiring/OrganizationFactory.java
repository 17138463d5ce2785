package dev.corridor.service.wiring;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.organization.ChangeNetworkMember;
import dev.corridor.application.organization.ChangeNetworkMemberService;
import dev.corridor.application.organization.ChangeOrganization;
import dev.corridor.application.organization.ChangeOrganizationService;
import dev.corridor.application.organization.GetOrganization;
import dev.corridor.application.organization.GetOrganizationService;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.application.registry.Registry;
import dev.corridor.persistence.access.CachedCredentials;
import dev.corridor.persistence.organization.PostgresOrganizations;
import dev.corridor.persistence.registry.PostgresRegistry;
import dev.corridor.persistence.user.CachedSessions;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Organizations: their ports and use cases. */
@Factory
final class OrganizationFactory {

    @Singleton
    Organizations organizations(DataSource dataSource) {
        return new PostgresOrganizations(dataSource);
    }

    @Singleton
    Registry registry(DataSource dataSource, CachedCredentials credentials, CachedSessions sessions) {
        return new PostgresRegistry(dataSource, organization -> {
            credentials.forget(organization);
            sessions.forget(organization);
        });
    }

    @Singleton
    ChangeOrganization changeOrganization(Registry registry, AuditLog audit, InstantSource clock) {
        return new ChangeOrganizationService(registry, audit, clock);
    }

    @Singleton
    ChangeNetworkMember changeNetworkMember(Registry registry, AuditLog audit, InstantSource clock) {
        return new ChangeNetworkMemberService(registry, audit, clock);
    }

    @Singleton
    GetOrganization getOrganization(Organizations organizations) {
        return new GetOrganizationService(organizations);
    }
}
