package dev.corridor.application;

import static dev.corridor.application.Refusals.assertRefused;
import static dev.corridor.testing.Fixtures.aSecret;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.access.ChangeApiKey;
import dev.corridor.application.access.ChangeApiKeyService;
import dev.corridor.application.access.CreateApiKey;
import dev.corridor.application.access.CreateApiKeyService;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.KeyTerms;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.Tier;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.organization.Environment;
import dev.corridor.testing.ReadableSecrets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With real money, only operators grant an operator's permission: a key that has it can use it, and cannot pass it on. */
class OperatorsPermissionTest {

    private static final Forbidden NOT_YOURS_TO_GIVE = new Forbidden("Only an operator grants this permission.");

    private final World world = new World();
    private final CreateApiKey createApiKey = new CreateApiKeyService(
            world.store.registry(), () -> aSecret(), new ReadableSecrets(), new AuditLog(world.ids), world.ids, world.clock);
    private final ChangeApiKey changeApiKey = new ChangeApiKeyService(world.store.registry(), new AuditLog(world.ids), world.clock);

    @Test
    void customers_have_every_permission_but_that_of_an_operator_with_real_money() {
        assertThat(Permission.ofCustomers(Environment.LIVE))
                .isEqualTo(EnumSet.complementOf(EnumSet.of(Permission.TRANSACTIONS_REVERSE)));
        assertThat(Permission.ofCustomers(Environment.SANDBOX)).isEqualTo(Permission.ALL);
        assertThat(KeyTerms.unlimited("First", Environment.LIVE).permissions()).doesNotContain(Permission.TRANSACTIONS_REVERSE);
    }

    /** The maker has every permission, as a key has to which an operator has granted that one. */
    @ParameterizedTest
    @EnumSource
    void a_key_makes_no_key_that_an_operator_would_have_to_grant(Permission permission) {
        if (Permission.ofCustomers(Environment.LIVE).contains(permission)) {
            assertThat(create(caller(Environment.LIVE), permission)).isNotNull();
        } else {
            assertRefused(() -> create(caller(Environment.LIVE), permission), NOT_YOURS_TO_GIVE);
        }
        create(caller(Environment.SANDBOX), permission);
        create(Operator.actingFor(world.organization.id(), Environment.LIVE), permission);
    }

    @Test
    void a_key_gives_it_to_no_other_key_and_keeps_what_it_has() {
        var operator = Operator.actingFor(world.organization.id(), Environment.LIVE);
        var granted = create(operator, Permission.TRANSACTIONS_REVERSE);
        var other = create(operator, Permission.ACCOUNTS_READ);

        assertRefused(
                () -> change(caller(Environment.LIVE), other, terms -> terms.allowing(Permission.TRANSACTIONS_REVERSE)), NOT_YOURS_TO_GIVE);
        change(caller(Environment.LIVE), granted, terms -> terms.allowing(Permission.ACCOUNTS_READ));
        change(caller(Environment.LIVE), granted, terms -> terms.forbidding(Permission.TRANSACTIONS_REVERSE));
        assertRefused(
                () -> change(caller(Environment.LIVE), granted, terms -> terms.allowing(Permission.TRANSACTIONS_REVERSE)), NOT_YOURS_TO_GIVE);
        change(operator, granted, terms -> terms.allowing(Permission.TRANSACTIONS_REVERSE));
    }

    private Caller caller(Environment environment) {
        return world.callerOf(world.organization, environment);
    }

    private ApiKeyId create(Caller caller, Permission permission) {
        var terms = new KeyTerms(
                "Key " + world.ids.next(), Set.of(permission), Tier.ORACLE, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        return createApiKey.create(new CreateApiKey.Command(caller, terms, true, Origin.CONSOLE, Once.eachTime())).key().id();
    }

    private void change(Caller caller, ApiKeyId key, UnaryOperator<KeyTerms> change) {
        changeApiKey.change(new ChangeApiKey.Command(caller, key, change, Origin.CONSOLE, Once.eachTime()));
    }
}
