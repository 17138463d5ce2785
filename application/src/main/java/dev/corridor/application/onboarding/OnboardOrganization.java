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
 * Creates an organization, its primary account, and a key with the highest tier and all permissions. The key is returned only once. The
 * account is stored first and the rest atomically, so an interrupted onboarding leaves nothing that can be used.
 */
public interface OnboardOrganization {

    @Refuses({})
    Result onboard(Command command);

    /**
     * @param key the key to use instead of a generated one; an existing key is a programming error
     * @param createdBy the requesting organization; empty for the operator
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
