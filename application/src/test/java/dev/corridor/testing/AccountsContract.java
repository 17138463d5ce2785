package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aPrimaryAccountOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.usd;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.PageRequest;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.money.Money;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link dev.corridor.application.account.port.Accounts} promises. */
public abstract class AccountsContract extends StoreContract {

    @Test
    void an_account_is_found_as_it_was_stored() {
        assertThat(store.accounts().find(organization.id(), account.id())).contains(account);
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
                        new Balance(account.id(), usd("15.00"), Money.zero(usd("0").asset())),
                        new Balance(account.id(), usdc("2.500000"), Money.zero(usdc("0").asset())));
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
