package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.PageRequest;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.fee.SetFeeSchedule;
import dev.corridor.application.fee.SetFeeScheduleService;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.fee.FeeScheduleVersion;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.corridor.application.fee.port.FeeSchedules}. */
public abstract class FeeSchedulesContract extends StoreContract {

    /** Default prices are everybody's, so those tests use an asset that no other test pays out. */
    private static final FeeKey UNUSED = FeeKey.fiatPayout(Asset.USDT);

    private static final FeeKey KEY = FeeKey.cryptoPayout(Asset.USDC);
    private static final FeeSchedule CHEAP = new FeeSchedule(usdc("1.000000"), 5);
    private static final FeeSchedule DEAR = new FeeSchedule(usdc("2.000000"), 10);

    @Test
    void what_has_no_price_is_free() {
        assertThat(current(organization.id(), KEY)).isEqualTo(FeeSchedule.free(Asset.USDC));
    }

    @Test
    void the_newest_version_of_the_organization_is_in_force() {
        set(Optional.of(organization.id()), KEY, Optional.of(CHEAP));
        set(Optional.of(organization.id()), KEY, Optional.of(DEAR));

        assertThat(current(organization.id(), KEY)).isEqualTo(DEAR);
        assertThat(current(organization.id(), FeeKey.fiatPayout(Asset.USDC))).isEqualTo(FeeSchedule.free(Asset.USDC));
        assertThat(current(stored(anOrganization()).id(), KEY)).isEqualTo(FeeSchedule.free(Asset.USDC));
    }

    @Test
    void the_default_holds_for_all_that_have_no_price_of_their_own() {
        var general = new FeeSchedule(Money.of("3.000000", Asset.USDT), 1);
        var own = new FeeSchedule(Money.of("0.500000", Asset.USDT), 0);
        set(Optional.empty(), UNUSED, Optional.of(general));

        assertThat(current(organization.id(), UNUSED)).isEqualTo(general);
        set(Optional.of(organization.id()), UNUSED, Optional.of(own));
        assertThat(current(organization.id(), UNUSED)).isEqualTo(own);
        set(Optional.of(organization.id()), UNUSED, Optional.empty());
        assertThat(current(organization.id(), UNUSED)).isEqualTo(general);
    }

    @Test
    void every_version_is_kept_and_recorded() {
        var first = set(Optional.of(organization.id()), KEY, Optional.of(CHEAP));
        var second = set(Optional.of(organization.id()), KEY, Optional.empty());

        assertThat(store.feeSchedules().newest(2)).containsExactly(second, first);
        var records = store.auditTrail().page(
                organization.id(), new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty()), PageRequest.first());
        assertThat(records.items()).extracting(AuditRecord::details).anySatisfy(details -> assertThat(details)
                .containsEntry("service", "CRYPTO_PAYOUT")
                .containsEntry("asset", "USDC")
                .containsEntry("fixed", "1.000000")
                .containsEntry("bps", "5")
                .containsEntry("decidedBy", "board"));
    }

    @Test
    void a_decision_sees_the_schedule_in_force() {
        set(Optional.of(organization.id()), KEY, Optional.of(CHEAP));

        FeeSchedule seen = store.books().decide(Subjects.account(organization.id(), account.id()).with(KEY), open -> open.feeSchedule(KEY));

        assertThat(seen).isEqualTo(CHEAP);
    }

    private FeeSchedule current(OrganizationId of, FeeKey key) {
        return store.feeSchedules().current(of, key);
    }

    private FeeScheduleVersion set(Optional<OrganizationId> of, FeeKey key, Optional<FeeSchedule> schedule) {
        return new SetFeeScheduleService(store.feeSchedules(), store.organizations(), new AuditLog(new SequentialIds()), () -> NOON)
                .set(new SetFeeSchedule.Command(new Operator(), of, key, schedule, "board", Origin.CONSOLE));
    }
}
