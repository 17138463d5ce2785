package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.organization.ActForCustomer;
import dev.corridor.application.organization.ActForCustomerService;
import dev.corridor.application.organization.ChangeNetworkMember;
import dev.corridor.application.organization.ChangeNetworkMemberService;
import dev.corridor.application.organization.ChangeOrganization;
import dev.corridor.application.organization.ChangeOrganizationService;
import dev.corridor.application.organization.CreateCustomer;
import dev.corridor.application.organization.CreateCustomerService;
import dev.corridor.application.organization.DecideVerification;
import dev.corridor.application.organization.DecideVerificationService;
import dev.corridor.application.organization.ExaminePending;
import dev.corridor.application.organization.ExaminePendingService;
import dev.corridor.application.organization.FindOrganizations;
import dev.corridor.application.organization.FindOrganizationsService;
import dev.corridor.application.organization.GetOrganization;
import dev.corridor.application.organization.GetOrganizationService;
import dev.corridor.application.organization.GrantAuthorization;
import dev.corridor.application.organization.GrantAuthorizationService;
import dev.corridor.application.organization.ImportVerification;
import dev.corridor.application.organization.ImportVerificationService;
import dev.corridor.application.organization.ListAuthorizations;
import dev.corridor.application.organization.ListAuthorizationsService;
import dev.corridor.application.organization.RevokeAuthorization;
import dev.corridor.application.organization.RevokeAuthorizationService;
import dev.corridor.application.organization.StartVerification;
import dev.corridor.application.organization.StartVerificationService;
import dev.corridor.application.organization.port.Letters;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.application.organization.port.Verification;
import dev.corridor.application.registry.Registry;
import dev.corridor.persistence.access.CachedCredentials;
import dev.corridor.persistence.organization.PostgresLetters;
import dev.corridor.persistence.organization.PostgresOrganizations;
import dev.corridor.persistence.registry.PostgresRegistry;
import dev.corridor.persistence.user.CachedSessions;
import dev.corridor.service.operation.Upkeep;
import dev.corridor.service.operation.VerificationByHand;
import dev.corridor.service.sandbox.SimulatedVerification;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Organizations: their ports and use cases. */
@Factory
final class OrganizationFactory {

    private static final Logger LOG = LoggerFactory.getLogger(OrganizationFactory.class);
    private static final Duration EXAMINATION = Duration.ofSeconds(1);
    private static final int PAGE = 100;

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

    @Singleton
    Letters letters(DataSource dataSource) {
        return new PostgresLetters(dataSource);
    }

    @Singleton
    Verification verification(Settings settings) {
        return switch (settings.environment()) {
            case SANDBOX -> new SimulatedVerification(ClockAndIds::bytes);
            case LIVE -> new VerificationByHand();
        };
    }

    @Singleton
    ActForCustomer actForCustomer(Letters letters, Organizations organizations) {
        return new ActForCustomerService(letters, organizations);
    }

    @Singleton
    CreateCustomer createCustomer(Registry registry, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        return new CreateCustomerService(registry, audit, ids, clock);
    }

    @Singleton
    StartVerification startVerification(
            Organizations organizations, Verification verification, Registry registry, AuditLog audit, InstantSource clock) {
        return new StartVerificationService(organizations, verification, registry, audit, clock);
    }

    @Singleton
    ImportVerification importVerification(
            Organizations organizations, Verification verification, Registry registry, AuditLog audit, InstantSource clock) {
        return new ImportVerificationService(organizations, verification, registry, audit, clock);
    }

    @Singleton
    DecideVerification decideVerification(Registry registry, AuditLog audit, InstantSource clock) {
        return new DecideVerificationService(registry, audit, clock);
    }

    @Singleton
    ExaminePending examinePending(Organizations organizations, Verification verification, DecideVerification decideVerification) {
        return new ExaminePendingService(organizations, verification, decideVerification);
    }

    @Singleton
    Upkeep verificationExamination(ExaminePending examinePending) {
        return Upkeep.every(EXAMINATION, "taking over examined verifications", () -> {
            int decided = examinePending.examine(new ExaminePending.Command(PAGE));
            LOG.debug("{} verifications were decided", decided);
        });
    }

    @Singleton
    ListAuthorizations listAuthorizations(Letters letters) {
        return new ListAuthorizationsService(letters);
    }

    @Singleton
    GrantAuthorization grantAuthorization(
            Organizations organizations, Registry registry, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        return new GrantAuthorizationService(organizations, registry, audit, ids, clock);
    }

    @Singleton
    RevokeAuthorization revokeAuthorization(Registry registry, AuditLog audit, InstantSource clock) {
        return new RevokeAuthorizationService(registry, audit, clock);
    }

    @Singleton
    FindOrganizations findOrganizations(Organizations organizations) {
        return new FindOrganizationsService(organizations);
    }
}
