package dev.corridor.application;

import static dev.corridor.application.Refusals.assertRefused;
import static dev.corridor.application.Refusals.declaredBy;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.usd;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.access.Authenticate;
import dev.corridor.application.access.AuthenticateService;
import dev.corridor.application.access.UnknownKeys;
import dev.corridor.application.access.UsedKeys;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.onboarding.CreateSandboxOrganization;
import dev.corridor.application.onboarding.CreateSandboxOrganizationService;
import dev.corridor.application.onboarding.OnboardOrganizationService;
import dev.corridor.application.transaction.Deposit;
import dev.corridor.application.transaction.DepositService;
import dev.corridor.application.transaction.EndPayout;
import dev.corridor.application.transaction.EndPayout.Ending;
import dev.corridor.application.transaction.EndPayoutService;
import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.memory.InMemoryAllowances;
import dev.corridor.testing.ReadableSecrets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SandboxTest {

    private static final Forbidden TEST_KEYS_ONLY = new Forbidden("Only a test key may use the sandbox.");

    private final World world = new World();
    private final Caller liveCaller = world.callerOf(world.organization, Environment.LIVE);
    private final Deposit deposit = new DepositService(world.store.books());
    private final EndPayout endPayout = new EndPayoutService(world.store.books());
    private final CreateSandboxOrganization createOrganization = new CreateSandboxOrganizationService(new OnboardOrganizationService(
            world.store.registry(),
            world.store.accounts(),
            () -> ApiKeySecret.generate(Environment.SANDBOX, Optional.empty(), new byte[ApiKeySecret.RANDOM_BYTES]),
            new AuditLog(world.ids),
            world.ids,
            world.clock));

    @Test
    void a_new_organization_has_a_primary_account_and_a_key_that_opens_it() {
        var created = createOrganization.create(aRequestOf(world.caller));

        var authenticate = new AuthenticateService(
                world.store.credentials(), new ReadableSecrets(), world.store.nonces(), new UsedKeys(),
                new UnknownKeys(new InMemoryAllowances(world.clock), Optional.empty()),
                Environment.SANDBOX, Optional.empty(), world.clock);
        var caller = authenticate.authenticate(new Authenticate.Command(created.key().value(), IpAddress.parse("192.0.2.1")));
        assertThat(created.organization().createdBy()).contains(world.organization.id());
        assertThat(caller.organization()).isEqualTo(created.organization().id());
        assertThat(world.store.accounts().findPrimary(caller.organization())).contains(created.primaryAccount());
        assertThat(created.primaryAccount().primary()).isTrue();
    }

    @Test
    void only_test_keys_may_use_the_sandbox() {
        assertRefused(
                () -> createOrganization.create(aRequestOf(liveCaller)), TEST_KEYS_ONLY);
        assertRefused(() -> deposit(liveCaller, usd("1.00")), TEST_KEYS_ONLY);
        assertRefused(() -> end(liveCaller, aLockedPayout(), Ending.SETTLED), TEST_KEYS_ONLY);
    }

    @Test
    void deposits_refuse_in_the_declared_order() {
        deposit(world.caller, usd("1.00"));

        assertRefused(() -> deposit(world.stranger(), usd("1.00")), new AccountNotFound(world.account.id()));
        assertRefused(
                () -> deposit(world.caller, Money.ofUnits(Long.MAX_VALUE, Asset.USD)),
                new InvalidRequest("The balance cannot hold that much USD."));
        assertThat(declaredBy(Deposit.class)).containsExactly(Forbidden.class, AccountNotFound.class, InvalidRequest.class);
    }

    @Test
    void a_payout_is_ended_one_way_and_asking_again_changes_nothing() {
        var payout = aLockedPayout();

        assertThat(end(world.caller, payout, Ending.SETTLED).status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(end(world.caller, payout, Ending.SETTLED).status()).isEqualTo(TransactionStatus.COMPLETED);
        assertRefused(
                () -> end(world.caller, payout, Ending.DECLINED),
                new InvalidRequest("The transaction is COMPLETED; only a LOCKED one can be settled or declined."));
        assertThat(world.balance(Asset.USDC).locked()).isEqualTo(usdc("0"));
    }

    @Test
    void ending_a_payout_refuses_in_the_declared_order() {
        var payin = world.post(aDepositTo(world.account, usd("1.00")));

        assertRefused(() -> end(world.stranger(), payin, Ending.SETTLED), new NotFound("Transaction"));
        assertRefused(
                () -> end(world.caller, payin, Ending.SETTLED),
                new InvalidRequest("The transaction is COMPLETED; only a LOCKED one can be settled or declined."));
        assertThat(declaredBy(EndPayout.class)).containsExactly(Forbidden.class, NotFound.class, InvalidRequest.class);
    }

    private static CreateSandboxOrganization.Command aRequestOf(Caller caller) {
        return new CreateSandboxOrganization.Command(caller, "The other side", OrganizationStatus.APPROVED, true, Origin.CONSOLE);
    }

    private Transaction aLockedPayout() {
        var beneficiary = world.keep(aCryptoBeneficiaryOf(world.account));
        world.deposit(usdc("2.000000"));
        return world.post(aCryptoPayoutTo(beneficiary, usdc("2.000000")));
    }

    private Transaction deposit(Caller caller, Money amount) {
        return deposit.deposit(new Deposit.Command(caller, world.account.id(), amount));
    }

    private Transaction end(Caller caller, Transaction payout, Ending ending) {
        return endPayout.end(new EndPayout.Command(caller, payout.id(), ending));
    }
}
