package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aBankBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.PageRequest;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.corridor.application.beneficiary.port.Beneficiaries}. */
public abstract class BeneficiariesContract extends StoreContract {

    @Test
    void beneficiaries_are_found_as_they_were_stored() {
        var crypto = stored(aCryptoBeneficiaryOf(account));
        var bank = stored(aBankBeneficiaryOf(account));

        assertThat(store.beneficiaries().find(organization.id(), account.id(), crypto.id())).contains(crypto);
        assertThat(store.beneficiaries().find(organization.id(), account.id(), bank.id())).contains(bank);
    }

    @Test
    void they_are_seen_from_their_own_account_only() {
        var beneficiary = stored(aCryptoBeneficiaryOf(account));
        var otherAccount = stored(anAccountOf(organization));
        var stranger = stored(anOrganization());

        assertThat(store.beneficiaries().find(organization.id(), otherAccount.id(), beneficiary.id())).isEmpty();
        assertThat(store.beneficiaries().find(stranger.id(), account.id(), beneficiary.id())).isEmpty();
    }

    @Test
    void a_list_can_be_narrowed_to_a_type_and_leaves_archived_ones_out() {
        var crypto = stored(aCryptoBeneficiaryOf(account));
        var bank = stored(aBankBeneficiaryOf(account));
        var archived = stored(stored(aCryptoBeneficiaryOf(account)).archive(NOON));

        assertThat(list(Optional.empty())).containsExactly(bank, crypto);
        assertThat(list(Optional.of(BeneficiaryType.CRYPTO))).containsExactly(crypto);
        assertThat(list(Optional.of(BeneficiaryType.BANK))).containsExactly(bank);
        assertThat(store.beneficiaries().find(organization.id(), account.id(), archived.id())).contains(archived);
    }

    @Test
    void pages_run_from_the_newest() {
        var oldest = stored(aCryptoBeneficiaryOf(account));
        var middle = stored(aCryptoBeneficiaryOf(account));
        var newest = stored(aCryptoBeneficiaryOf(account));

        var first = store.beneficiaries()
                .page(organization.id(), account.id(), Optional.empty(), new PageRequest<>(2, Optional.empty()));
        var second = store.beneficiaries()
                .page(organization.id(), account.id(), Optional.empty(), new PageRequest<>(2, Optional.of(middle.id())));

        assertThat(first.items()).containsExactly(newest, middle);
        assertThat(first.hasMore()).isTrue();
        assertThat(second.items()).containsExactly(oldest);
        assertThat(second.hasMore()).isFalse();
    }

    private List<Beneficiary> list(Optional<BeneficiaryType> type) {
        return store.beneficiaries().page(organization.id(), account.id(), type, PageRequest.first()).items();
    }
}
