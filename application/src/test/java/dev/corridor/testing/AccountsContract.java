package dev.corridor.testing;

import static dev.corridor.domain.money.Asset.EUR;
import static dev.corridor.domain.money.Asset.USD;
import static dev.corridor.domain.money.Asset.USDC;
import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aPrimaryAccountOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.usd;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.PageRequest;
import dev.corridor.application.account.port.Accounts.Holding;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.corridor.application.account.port.Accounts}. */
public abstract class AccountsContract extends StoreContract {

    @Test
    void an_account_is_found_as_it_was_stored() {
        assertThat(store.accounts().find(organization.id(), account.id())).contains(account);
    }

    @Test
    void an_operator_finds_its_owner() {
        assertThat(store.accounts().owner(account.id())).contains(organization.id());
        assertThat(store.accounts().owner(new AccountId(organization.id().uuid()))).isEmpty();
    }

    @Test
    void another_organization_does_not_see_it() {
        var stranger = stored(anOrganization());
        posted(aDepositTo(account, usd("1.00")));

        assertThat(store.accounts().find(stranger.id(), account.id())).isEmpty();
        assertThat(store.accounts().balances(stranger.id(), account.id())).isEmpty();
        assertThat(store.accounts().page(stranger.id(), PageRequest.first()).items()).isEmpty();
    }

    @Test
    void a_new_account_has_no_balances_and_later_one_per_asset_it_has_held() {
        assertThat(store.accounts().balances(organization.id(), account.id())).isEmpty();

        posted(aDepositTo(account, usdc("2.500000")));
        posted(aDepositTo(account, usd("10.00")));
        posted(aDepositTo(account, usd("5.00")));

        assertThat(store.accounts().balances(organization.id(), account.id()))
                .containsExactly(
                        new Balance(account.id(), usd("15.00"), Money.zero(usd("0").asset()), NOON),
                        new Balance(account.id(), usdc("2.500000"), Money.zero(usdc("0").asset()), NOON));
    }

    @Test
    void an_account_is_read_with_its_balances_by_its_own_organization() {
        assertThat(store.accounts().holding(organization.id(), account.id())).contains(new Holding(account, List.of()));

        posted(aDepositTo(account, usdc("2.500000")));
        posted(aDepositTo(account, usd("10.00")));

        assertThat(store.accounts().holding(organization.id(), account.id())).contains(new Holding(
                account,
                List.of(
                        new Balance(account.id(), usd("10.00"), Money.zero(USD), NOON),
                        new Balance(account.id(), usdc("2.500000"), Money.zero(USDC), NOON))));
        assertThat(store.accounts().holding(stored(anOrganization()).id(), account.id())).isEmpty();
    }

    @Test
    void balances_of_several_accounts_are_read_together_and_of_ones_own_alone() {
        var other = stored(anAccountOf(organization));
        var theirs = stored(anAccountOf(stored(anOrganization())));
        posted(aDepositTo(account, usd("1.00")));
        posted(aDepositTo(other, usdc("2.000000")));
        posted(aDepositTo(theirs, usd("3.00")));

        var balances = store.accounts().balances(organization.id(), List.of(account.id(), other.id(), theirs.id()));

        assertThat(balances).containsExactlyInAnyOrder(
                new Balance(account.id(), usd("1.00"), Money.zero(USD), NOON),
                new Balance(other.id(), usdc("2.000000"), Money.zero(USDC), NOON));
    }

    @Test
    void the_balance_before_an_instant_is_what_was_posted_until_then() {
        posted(aDepositTo(account, usd("1.00")));
        posted(aDepositTo(account, usdc("9.000000")));
        var payout = posted(aCryptoPayoutTo(stored(aCryptoBeneficiaryOf(account)), usdc("4.000000")));
        posted(payout.complete(NOON.plusSeconds(10)));
        posted(aDepositTo(account, usd("2.00"), NOON.plusSeconds(20)));

        assertThat(balanceBefore(NOON, USDC)).isEqualTo(Balance.zero(account.id(), USDC));
        assertThat(balanceBefore(NOON.plusMillis(1), USDC))
                .isEqualTo(new Balance(account.id(), usdc("5.000000"), usdc("4.000000"), NOON));
        assertThat(balanceBefore(NOON.plusSeconds(11), USDC))
                .isEqualTo(new Balance(account.id(), usdc("5.000000"), usdc("0"), NOON.plusSeconds(10)));
        assertThat(balanceBefore(NOON.plusSeconds(20), USD)).isEqualTo(new Balance(account.id(), usd("1.00"), usd("0"), NOON));
        assertThat(balanceBefore(NOON.plusSeconds(99), USD)).isEqualTo(balance(account, usd("0")));
        assertThat(balanceBefore(NOON.plusSeconds(99), EUR)).isEqualTo(Balance.zero(account.id(), EUR));
    }

    @Test
    void a_clock_that_is_behind_posts_at_the_time_of_the_entry_before() {
        posted(aDepositTo(account, usd("1.00"), NOON.plusSeconds(2)));
        posted(aDepositTo(account, usd("20.00"), NOON));

        assertThat(balanceBefore(NOON.plusSeconds(2), USD).available()).isEqualTo(usd("0.00"));
        assertThat(balanceBefore(NOON.plusSeconds(3), USD))
                .isEqualTo(new Balance(account.id(), usd("21.00"), usd("0"), NOON.plusSeconds(2)));
    }

    @Test
    void another_organization_does_not_see_what_the_balance_was() {
        posted(aDepositTo(account, usd("1.00")));
        var stranger = stored(anOrganization());

        assertThat(store.accounts().balanceBefore(stranger.id(), account.id(), USD, NOON.plusSeconds(1)))
                .isEqualTo(Balance.zero(account.id(), USD));
    }

    private Balance balanceBefore(Instant instant, Asset asset) {
        return store.accounts().balanceBefore(organization.id(), account.id(), asset, instant);
    }

    @Test
    void the_primary_account_is_the_one_that_came_first() {
        assertThat(store.accounts().findPrimary(organization.id())).isEmpty();

        var primary = stored(aPrimaryAccountOf(organization));

        assertThat(store.accounts().findPrimary(organization.id())).contains(primary);
    }

    @Test
    void pages_run_from_the_newest_and_stay_stable_while_accounts_are_added() {
        Account second = stored(anAccountOf(organization));
        Account third = stored(anAccountOf(organization));

        var firstPage = store.accounts().page(organization.id(), new PageRequest<>(2, Optional.empty()));
        stored(anAccountOf(organization));
        var secondPage = store.accounts().page(organization.id(), new PageRequest<>(2, Optional.of(second.id())));

        assertThat(firstPage.items()).containsExactly(third, second);
        assertThat(firstPage.hasMore()).isTrue();
        assertThat(secondPage.items()).containsExactly(account);
        assertThat(secondPage.hasMore()).isFalse();
    }
}
