package dev.corridor.application.onboarding;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.access.port.KeyGenerator;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.KeyTerms;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

public final class OnboardOrganizationService implements OnboardOrganization {

    private static final String FIRST_KEY_NAME = "First key";
    private static final AuditAction CREATED = new AuditAction("organization.created");

    private final Registry registry;
    private final Accounts accounts;
    private final KeyGenerator generator;
    private final AuditLog audit;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public OnboardOrganizationService(
            Registry registry, Accounts accounts, KeyGenerator generator, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        this.registry = registry;
        this.accounts = accounts;
        this.generator = generator;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Result onboard(Command command) {
        var now = clock.instant();
        var id = new OrganizationId(ids.next());
        var organization = Organization.founded(id, command.name(), command.status(), command.cryptoPayoutsEnabled(), command.createdBy(), now);
        var primary = Account.primary(new AccountId(ids.next()), id, now);
        var secret = command.key().orElseGet(generator::newKey);
        var key = ApiKey.issue(new ApiKeyId(ids.next()), id, KeyTerms.unlimited(FIRST_KEY_NAME, secret.environment()), secret, true, now);
        var details = Map.of("name", command.name(), "status", command.status().name(), "firstKey", key.id().toString());
        var record = audit.draw(id, command.by(), CREATED, id, details, command.origin(), now);
        accounts.add(primary);
        if (!registry.enrol(organization, key, List.of(record))) {
            throw new IllegalStateException("the key is in use already");
        }
        return new Result(organization, primary, secret);
    }
}
