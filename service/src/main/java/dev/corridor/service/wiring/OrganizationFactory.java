package dev.corridor.service.wiring;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.organization.ChangeOrganization;
import dev.corridor.application.organization.ChangeOrganizationService;
import dev.corridor.application.organization.GetOrganization;
import dev.corridor.application.organization.GetOrganizationService;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.application.registry.Registry;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Who carries out the use cases of organizations. */
@Factory
final class OrganizationFactory {

    @Singleton
    ChangeOrganization changeOrganization(Registry registry, AuditLog audit, InstantSource clock) {
        return new ChangeOrganizationService(registry, audit, clock);
    }

    @Singleton
    GetOrganization getOrganization(Organizations organizations) {
        return new GetOrganizationService(organizations);
    }
}
