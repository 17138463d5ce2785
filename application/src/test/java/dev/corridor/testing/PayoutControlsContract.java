package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aBankBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aFiatPayoutTo;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.PageRequest;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.transaction.SetPayoutControls;
import dev.corridor.application.transaction.SetPayoutControlsService;
import dev.corridor.application.transaction.port.Holds.Waiting;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Hold;
import dev.corridor.domain.transaction.Hold.Gate;
import dev.corridor.domain.transaction.Hold.Reason;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.PayoutControls;
import dev.corridor.domain.transaction.PayoutControlsVersion;
import dev.corridor.domain.transaction.PayoutTally;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.corridor.application.transaction.port.PayoutControlBook}, of the tallies, and of payouts that wait. */
public abstract class PayoutControlsContract extends StoreContract {

    /** The default is everybody's, so those tests use an asset that no other test pays out. */
    private static final FeeKey UNUSED = FeeKey.fiatPayout(Asset.USDT);

    private static final FeeKey KEY = FeeKey.fiatPayout(Asset.EUR);
    private static final PayoutControls STRICT = new PayoutControls(
            Optional.of(eur("10.00")), Optional.of(eur("50.00")), Optional.of(eur("100.00")), Optional.of(eur("70.00")),
            Optional.of(Duration.ofHours(24)));

    @Test
    void what_has_no_controls_obeys_none() {
        assertThat(inForce(organization.id(), KEY)).isEqualTo(PayoutControls.NONE);
    }

    @Test
    void the_newest_version_of_the_organization_is_in_force_and_replaces_the_one_before_it_as_a_whole() {
        var loose = new PayoutControls(Optional.empty(), Optional.empty(), Optional.of(eur("1.00")), Optional.empty(), Optional.empty());
        set(Optional.of(organization.id()), KEY, Optional.of(STRICT));

        assertThat(inForce(organization.id(), KEY)).isEqualTo(STRICT);
        set(Optional.of(organization.id()), KEY, Optional.of(loose));
        assertThat(inForce(organization.id(), KEY)).isEqualTo(loose);
        assertThat(inForce(organization.id(), FeeKey.cryptoPayout(Asset.USDC))).isEqualTo(PayoutControls.NONE);
        assertThat(inForce(stored(anOrganization()).id(), KEY)).isEqualTo(PayoutControls.NONE);
    }

    @Test
    void the_default_holds_for_all_that_have_no_controls_of_their_own() {
        var general = new PayoutControls(
                Optional.of(Money.of("3", Asset.USDT)), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        set(Optional.empty(), UNUSED, Optional.of(general));

        assertThat(inForce(organization.id(), UNUSED)).isEqualTo(general);
        set(Optional.of(organization.id()), UNUSED, Optional.of(PayoutControls.NONE));
        assertThat(inForce(organization.id(), UNUSED)).isEqualTo(PayoutControls.NONE);
        set(Optional.of(organization.id()), UNUSED, Optional.empty());
        assertThat(inForce(organization.id(), UNUSED)).isEqualTo(general);
        set(Optional.empty(), UNUSED, Optional.of(PayoutControls.NONE));
    }

    @Test
    void every_version_is_kept_and_recorded() {
        var first = set(Optional.of(organization.id()), KEY, Optional.of(STRICT));
        var second = set(Optional.of(organization.id()), KEY, Optional.empty());

        assertThat(store.payoutControlBook().newest(2)).containsExactly(second, first);
        var records = store.auditTrail().page(
                organization.id(), new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty()), PageRequest.first());
        assertThat(records.items()).extracting(AuditRecord::details).anySatisfy(details -> assertThat(details)
                .containsEntry("service", "FIAT_PAYOUT")
                .containsEntry("asset", "EUR")
                .containsEntry("approvalAbove", "10.00")
                .containsEntry("mostPerPayout", "50.00")
                .containsEntry("mostPerDay", "100.00")
                .containsEntry("mostPerBeneficiary", "70.00")
                .containsEntry("coolingOffSeconds", "86400")
                .containsEntry("decidedBy", "board"));
    }

    @Test
    void what_was_counted_is_seen_by_the_next_decision_of_the_organization_on_whatever_account() {
        set(Optional.of(organization.id()), KEY, Optional.of(STRICT));
        var first = stored(aBankBeneficiaryOf(account));
        var second = stored(aBankBeneficiaryOf(stored(anAccountOf(organization))));

        assertThat(used(second, all())).isEmpty();
        pay(first, eur("30.00"), NOON);
        pay(second, eur("20.00"), NOON);

        assertThat(used(first, all())).contains(eur("50.00"));
        assertThat(used(first, all().to(first.id()))).contains(eur("30.00"));
        assertThat(used(second, all().to(second.id()))).contains(eur("20.00"));
    }

    @Test
    void counting_goes_on_when_the_limits_end() {
        set(Optional.of(organization.id()), KEY, Optional.of(STRICT));
        var landlord = stored(aBankBeneficiaryOf(account));
        pay(landlord, eur("30.00"), NOON);

        set(Optional.of(organization.id()), KEY, Optional.of(PayoutControls.NONE));

        assertThat(used(landlord, all())).contains(eur("30.00"));
    }

    @Test
    void what_is_declined_is_given_back_to_the_day_it_was_counted_on() {
        set(Optional.of(organization.id()), KEY, Optional.of(STRICT));
        var landlord = stored(aBankBeneficiaryOf(account));
        var today = pay(landlord, eur("30.00"), NOON);
        var next = pay(landlord, eur("20.00"), NOON);

        end(today);
        assertThat(used(landlord, all())).contains(eur("20.00"));
        assertThat(used(landlord, all().to(landlord.id()))).contains(eur("20.00"));

        pay(landlord, eur("5.00"), NOON.plus(Duration.ofDays(1)));
        end(next);
        assertThat(used(landlord, all())).contains(eur("5.00"));
    }

    @Test
    void what_was_never_counted_is_not_given_back() {
        var landlord = stored(aBankBeneficiaryOf(account));
        posted(aDepositTo(account, eur("100.00")));
        var before = posted(aFiatPayoutTo(landlord, eur("40.00")));
        set(Optional.of(organization.id()), KEY, Optional.of(STRICT));
        pay(landlord, eur("30.00"), before.createdAt().plusMillis(1));

        end(before.id());

        assertThat(used(landlord, all())).contains(eur("30.00"));
    }

    @Test
    void a_payout_that_waits_is_kept_with_its_hold_and_due_when_its_time_is_up() {
        var landlord = stored(aBankBeneficiaryOf(account));
        var waiting = recorded(aWaitingPayoutTo(landlord, NOON.plusSeconds(60)));

        assertThat(store.transactions().find(organization.id(), waiting.id())).contains(waiting);
        assertThat(store.holds().due(NOON.plusSeconds(59), 1_000)).doesNotContain(of(waiting));
        assertThat(store.holds().due(NOON.plusSeconds(60), 1_000)).contains(of(waiting));
        store.holds().postpone(of(waiting), NOON.plusSeconds(120));
        assertThat(store.holds().due(NOON.plusSeconds(60), 1_000)).doesNotContain(of(waiting));
    }

    @Test
    void a_wait_that_is_over_is_kept_and_never_due_again() {
        var landlord = stored(aBankBeneficiaryOf(account));
        var waiting = recorded(aWaitingPayoutTo(landlord, NOON.plusSeconds(60)));

        var withheld = recorded(waiting.withhold(Reason.REJECTED, Optional.of("user_7"), NOON.plusSeconds(1)));

        assertThat(store.transactions().find(organization.id(), waiting.id())).contains(withheld);
        assertThat(withheld.hold().orElseThrow().declinedFor()).contains(Reason.REJECTED);
        assertThat(store.holds().due(NOON.plusSeconds(600), 1_000)).doesNotContain(of(waiting));
        assertThat(withheld.status()).isEqualTo(TransactionStatus.DECLINED);
    }

    @Test
    void a_payout_that_waits_for_several_things_is_due_when_time_decides_about_it() {
        var landlord = stored(aBankBeneficiaryOf(account));
        var payout = aWaitingPayoutTo(landlord, NOON.plusSeconds(60));
        var hold = Hold.of("key_7", Set.of(Gate.APPROVAL, Gate.SCHEDULE), Optional.of(NOON.plusSeconds(30)), NOON.plusSeconds(60));
        var waiting = recorded(Transaction.expected(
                payout.id(), payout.organization(), payout.account(), payout.amount(), (Details.Payout) payout.details(), Memo.EMPTY, hold,
                NOON));
        assertThat(store.transactions().find(organization.id(), waiting.id())).contains(waiting);
        assertThat(store.holds().due(NOON.plusSeconds(59), 1_000)).doesNotContain(of(waiting));

        var approved = recorded(waiting.pass(Gate.APPROVAL, "user_7", NOON.plusSeconds(1)));

        assertThat(store.transactions().find(organization.id(), waiting.id())).contains(approved);
        assertThat(store.holds().due(NOON.plusSeconds(29), 1_000)).doesNotContain(of(waiting));
        assertThat(store.holds().due(NOON.plusSeconds(30), 1_000)).contains(of(waiting));
        assertThat(store.holds().underReview(1_000)).doesNotContain(of(waiting));
        store.holds().postpone(of(waiting), NOON.plusSeconds(300));
        var reviewed = recorded(approved.review(NOON.plusSeconds(120), NOON.plusSeconds(31)));
        assertThat(store.transactions().find(organization.id(), waiting.id())).contains(reviewed);
        assertThat(store.holds().due(NOON.plusSeconds(120), 1_000)).contains(of(waiting));
        assertThat(store.holds().underReview(1_000)).contains(of(waiting));
        var refused = recorded(reviewed.withhold(new NotFound("Wallet"), NOON.plusSeconds(32)));
        assertThat(store.transactions().find(organization.id(), waiting.id())).contains(refused);
        assertThat(refused.hold().flatMap(Hold::refusal)).contains(new Hold.Refusal("not_found", new NotFound("Wallet").message()));
        assertThat(store.holds().underReview(1_000)).doesNotContain(of(waiting));
    }

    private static Transaction aWaitingPayoutTo(Beneficiary beneficiary, Instant expiresAt) {
        var payout = aFiatPayoutTo(beneficiary, eur("30.00")).transaction();
        return Transaction.expected(
                payout.id(), payout.organization(), payout.account(), payout.amount(), (Details.Payout) payout.details(), Memo.EMPTY,
                Hold.of("key_7", Set.of(Gate.APPROVAL), expiresAt), NOON);
    }

    private static Waiting of(Transaction payout) {
        return new Waiting(payout.organization(), payout.id());
    }

    private Transaction recorded(Transaction transaction) {
        var subjects = Subjects.account(organization.id(), transaction.account()).with(transaction.id());
        return store.books().decide(subjects, open -> open.record(transaction));
    }

    private PayoutTally.Key all() {
        return PayoutTally.Key.of(organization.id(), KEY);
    }

    private Optional<Money> used(Beneficiary by, PayoutTally.Key key) {
        return store.books().decide(subjects(by), open -> open.payoutTally(key).map(PayoutTally::used));
    }

    private static Subjects subjects(Beneficiary beneficiary) {
        return Subjects.beneficiary(beneficiary.organization(), beneficiary.account(), beneficiary.id()).with(KEY);
    }

    private TransactionId pay(Beneficiary to, Money amount, Instant now) {
        posted(aDepositTo(account(to), amount));
        var payout = aFiatPayoutTo(to, amount).transaction();
        var movement = Transaction.payout(
                payout.id(), payout.organization(), payout.account(), amount, (Details.Payout) payout.details(), Memo.EMPTY, now);
        return store.books().decide(subjects(to), open -> {
            PayoutTally.keysOf(payout).forEach(key -> open.record(
                    open.payoutTally(key).orElseGet(() -> PayoutTally.begin(key, now)).count(amount, now)));
            return open.post(movement).id();
        });
    }

    private Account account(Beneficiary of) {
        return store.accounts().find(organization.id(), of.account()).orElseThrow();
    }

    private void end(TransactionId payout) {
        store.books().decide(
                Subjects.transaction(organization.id(), payout), open -> open.post(open.transaction(payout).decline(open.now())));
    }

    private PayoutControls inForce(OrganizationId of, FeeKey key) {
        return store.books().decide(Subjects.organization(of).with(key), open -> open.payoutControls(key));
    }

    private PayoutControlsVersion set(Optional<OrganizationId> of, FeeKey key, Optional<PayoutControls> controls) {
        return new SetPayoutControlsService(store.payoutControlBook(), store.organizations(), new AuditLog(new SequentialIds()), () -> NOON)
                .set(new SetPayoutControls.Command(of, key, controls, "board"));
    }
}
