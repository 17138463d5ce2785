package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.access.port.KeyGenerator;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.onboarding.CreateSandboxOrganization;
import dev.corridor.application.onboarding.CreateSandboxOrganizationService;
import dev.corridor.application.onboarding.OnboardOrganization;
import dev.corridor.application.onboarding.OnboardOrganizationService;
import dev.corridor.application.registry.Registry;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The onboarding of new organizations. */
@Factory
final class OnboardingFactory {

    @Singleton
    OnboardOrganization onboardOrganization(
            Registry registry,
            Accounts accounts,
            KeyGenerator generator,
            AuditLog audit,
            TimeOrderedIds ids,
            InstantSource clock) {
        return new OnboardOrganizationService(registry, accounts, generator, audit, ids, clock);
    }

    @Singleton
    CreateSandboxOrganization createSandboxOrganization(OnboardOrganization onboarding) {
        return new CreateSandboxOrganizationService(onboarding);
    }
}
