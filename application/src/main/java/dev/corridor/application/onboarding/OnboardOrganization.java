package dev.corridor.application.onboarding;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.access.Principal;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import java.util.Optional;

/**
 * Creates an organization with its primary account and a key of the highest tier with every permission. The key is answered this once and cannot
 * be read again. The account is stored first and the rest at once, so an onboarding that is interrupted leaves nothing that anybody could use.
 */
public interface OnboardOrganization {

    @Refuses({})
    Result onboard(Command command);

    /**
     * @param key the key to use, if it is not to be generated; one that exists already is a fault of the program
     * @param createdBy the organization that wants it; empty if the operator does
     */
    record Command(
            String name,
            OrganizationStatus status,
            boolean cryptoPayoutsEnabled,
            Optional<ApiKeySecret> key,
            Optional<OrganizationId> createdBy,
            Principal by,
            Origin origin) {}

    record Result(Organization organization, Account primaryAccount, ApiKeySecret key) {}
}
