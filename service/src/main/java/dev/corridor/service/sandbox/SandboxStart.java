package dev.corridor.service.sandbox;

import dev.corridor.application.access.port.Credentials;
import dev.corridor.application.access.port.KeyGenerator;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.onboarding.OnboardOrganization;
import dev.corridor.application.transaction.Deposit;
import dev.corridor.application.user.AddUser;
import dev.corridor.application.user.port.Users;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.access.Credential;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.service.settings.Settings;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Ensures that the sandbox has an organization with a funded account, a user and an API key: the configured key, the one stored in the data
 * directory, or a new one, which is stored there. So a restart keeps key and account.
 */
@Singleton
public final class SandboxStart {

    private static final String ORGANIZATION_NAME = "Sandbox";
    private static final String KEY_FILE = "sandbox-api-key";
    private static final List<Money> FUNDS = List.of(Money.of("1000000.00", Asset.USD), Money.of("1000000.00", Asset.EUR));

    private final Credentials credentials;
    private final Accounts accounts;
    private final OnboardOrganization onboardOrganization;
    private final Deposit deposit;
    private final Users users;
    private final AddUser addUser;
    private final KeyGenerator keyGenerator;
    private final Settings settings;

    SandboxStart(
            Credentials credentials,
            Accounts accounts,
            OnboardOrganization onboardOrganization,
            Deposit deposit,
            Users users,
            AddUser addUser,
            KeyGenerator keyGenerator,
            Settings settings) {
        this.credentials = credentials;
        this.accounts = accounts;
        this.onboardOrganization = onboardOrganization;
        this.deposit = deposit;
        this.users = users;
        this.addUser = addUser;
        this.keyGenerator = keyGenerator;
        this.settings = settings;
    }

    public SandboxStory prepare() {
        var secret = settings.sandboxApiKey().orElseGet(this::keptKey);
        var key = credentials.find(secret.hash()).map(Credential::key).orElseGet(() -> onboard(secret));
        var account = accounts.findPrimary(key.organization()).orElseThrow();
        fundOnce(key, account);
        var login = SandboxLogin.of(secret);
        addOnce(login, key);
        return new SandboxStory(secret, account.id(), login.email(), login.password());
    }

    private void addOnce(SandboxLogin login, ApiKey key) {
        if (users.find(login.email()).isEmpty()) {
            var operator = Operator.actingFor(key.organization(), key.environment());
            addUser.add(new AddUser.Command(operator, login.email(), login.password(), Origin.CONSOLE));
        }
    }

    private ApiKey onboard(ApiKeySecret secret) {
        onboardOrganization.onboard(new OnboardOrganization.Command(
                ORGANIZATION_NAME,
                OrganizationStatus.APPROVED,
                true,
                Optional.of(secret),
                Optional.empty(),
                new Operator(),
                Origin.CONSOLE));
        return credentials.find(secret.hash()).orElseThrow().key();
    }

    /** An account lists the balance of each asset it ever held, even if it is zero. */
    private void fundOnce(ApiKey key, Account account) {
        var caller = Operator.actingFor(key.organization(), key.environment());
        var held = accounts.balances(account.organization(), account.id()).stream().map(Balance::asset).toList();
        FUNDS.stream()
                .filter(amount -> !held.contains(amount.asset()))
                .forEach(amount -> deposit.deposit(new Deposit.Command(caller, account.id(), amount)));
    }

    private ApiKeySecret keptKey() {
        var file = settings.dataDirectory().resolve(KEY_FILE);
        return new ApiKeySecret(SecretFile.readOrCreate(file, () -> keyGenerator.newKey().value()));
    }
}
