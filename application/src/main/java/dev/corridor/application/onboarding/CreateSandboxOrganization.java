package dev.corridor.application.onboarding;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.organization.OrganizationStatus;

/** Sandbox only: a new organization, to play the other side. Asking twice creates two. */
public interface CreateSandboxOrganization {

    @Refuses(Forbidden.class)
    OnboardOrganization.Result create(Command command);

    /**
     * @param status another one than approved, to see how {@code client_inactive} looks
     * @param cryptoPayoutsEnabled false to see how {@code forbidden} looks when it pays out over a chain
     */
    record Command(Caller caller, String name, OrganizationStatus status, boolean cryptoPayoutsEnabled, Origin origin) {}
}
