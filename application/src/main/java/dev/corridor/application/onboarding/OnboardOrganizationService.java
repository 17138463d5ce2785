package dev.corridor.application.onboarding;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.access.port.ApiKeys;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.onboarding.port.KeyGenerator;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import java.time.InstantSource;

public final class OnboardOrganizationService implements OnboardOrganization {

    private static final String PRIMARY_ACCOUNT_NAME = "Primary";

    private final Organizations organizations;
    private final Accounts accounts;
    private final ApiKeys keys;
    private final KeyGenerator generator;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public OnboardOrganizationService(
            Organizations organizations,
            Accounts accounts,
            ApiKeys keys,
            KeyGenerator generator,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.organizations = organizations;
        this.accounts = accounts;
        this.keys = keys;
        this.generator = generator;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Result onboard(Command command) {
        var now = clock.instant();
        var organization =
                new Organization(new OrganizationId(ids.next()), command.name(), command.cryptoPayoutsEnabled(), now);
        var primary = Account.open(new AccountId(ids.next()), organization.id(), PRIMARY_ACCOUNT_NAME, "", true, now);
        var secret = command.key().orElseGet(generator::newKey);
        organizations.add(organization);
        accounts.add(primary);
        if (!keys.add(ApiKey.issue(new ApiKeyId(ids.next()), organization.id(), secret, now))) {
            throw new IllegalStateException("the key is in use already");
        }
        return new Result(organization, primary, secret);
    }
}
