package dev.corridor.application.onboarding;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.organization.Organization;
import java.util.Optional;

/**
 * For the operator: creates an organization with its primary account and a key with full access. The key is answered this once and cannot be
 * read again. The key is stored last, so an onboarding that is interrupted leaves nothing that anybody could use.
 */
public interface OnboardOrganization {

    @Refuses({})
    Result onboard(Command command);

    /** @param key the key to use, if it is not to be generated; one that exists already is a fault of the program */
    record Command(String name, boolean cryptoPayoutsEnabled, Optional<ApiKeySecret> key) {}

    record Result(Organization organization, Account primaryAccount, ApiKeySecret key) {}
}
