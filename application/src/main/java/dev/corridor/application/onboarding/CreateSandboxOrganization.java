package dev.corridor.application.onboarding;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.organization.OrganizationStatus;

/** Sandbox only: creates another organization as a counterparty for tests. Not idempotent. */
public interface CreateSandboxOrganization {

    @Refuses(Forbidden.class)
    OnboardOrganization.Result create(Command command);

    /**
     * @param status any status but approved provokes {@code client_inactive}
     * @param cryptoPayoutsEnabled false makes crypto payouts {@code forbidden}
     */
    record Command(Caller caller, String name, OrganizationStatus status, boolean cryptoPayoutsEnabled, Origin origin) {}
}
