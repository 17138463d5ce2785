package dev.corridor.application;

import static dev.corridor.application.Refusals.assertRefused;
import static dev.corridor.application.Refusals.declaredBy;
import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aBankBeneficiaryOf;
import static dev.corridor.testing.Fixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.access.KnownHands;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.CancelPayout;
import dev.corridor.application.transaction.CancelPayoutService;
import dev.corridor.application.transaction.EndWaits;
import dev.corridor.application.transaction.EndWaitsService;
import dev.corridor.application.transaction.JudgePayout;
import dev.corridor.application.transaction.JudgePayoutService;
import dev.corridor.application.transaction.PayOutFiat;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.fee.FeeScheduleVersion;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.transaction.Hold;
import dev.corridor.domain.transaction.Hold.Gate;
import dev.corridor.domain.transaction.Hold.Reason;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.PayoutControls;
import dev.corridor.domain.transaction.PayoutControlsVersion;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionError.PayoutNotWaiting;
import dev.corridor.domain.transaction.TransactionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduledPayoutTest {

    private static final EndWaits.Command ALL = new EndWaits.Command(100);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final World world = new World();
    private final PayOutFiat payOutFiat = world.payOutFiat(world.bank);
    private final AuditLog audit = new AuditLog(world.ids);
    private final CancelPayout cancelPayout = new CancelPayoutService(world.store.books(), audit);
    private final JudgePayout judgePayout = new JudgePayoutService(
            world.store.books(),
            world.store.transactions(),
            world.rails(world.bank),
            world.desk(world.bank),
            new KnownHands(world.store.auditTrail()),
            audit);
    private final EndWaits endWaits = new EndWaitsService(
            world.store.books(),
            world.store.transactions(),
            world.store.holds(),
            world.rails(world.bank),
            world.desk(world.bank),
            Environment.SANDBOX,
            world.clock);
    private final Beneficiary landlord = world.keep(aBankBeneficiaryOf(world.account));
    private final Caller colleague = Caller.withFullAccess(world.organization.id(), new UserId(world.ids.next()), Environment.SANDBOX);

    @Test
    void it_waits_for_its_time_with_nothing_set_aside_and_is_made_then_once() {
        var waiting = payOutIn(AN_HOUR);
        assertThat(waiting.status()).isEqualTo(TransactionStatus.EXPECTED);
        assertThat(waiting.hold().orElseThrow().waitsFor()).containsExactly(Gate.SCHEDULE);
        world.clock.advance(AN_HOUR.minusMillis(1));
        assertThat(endWaits.end(ALL)).isZero();

        world.deposit(eur("10.00"));
        world.clock.advance(Duration.ofMillis(1));
        assertThat(endWaits.end(ALL)).isEqualTo(1);

        assertThat(found(waiting).status()).isEqualTo(TransactionStatus.LOCKED);
        assertThat(found(waiting).hold().flatMap(Hold::decidedBy)).isEmpty();
        assertThat(world.balance(Asset.EUR).locked()).isEqualTo(eur("10.00"));
        assertThat(world.store.bankOutbox().find(waiting.id())).isPresent();
        assertThat(endWaits.end(ALL)).isZero();
    }

    @Test
    void what_is_refused_at_its_time_declines_it_with_the_reason() {
        var waiting = payOutIn(AN_HOUR);
        world.deposit(eur("9.99"));
        world.clock.advance(AN_HOUR);

        endWaits.end(ALL);

        var declined = found(waiting);
        assertThat(declined.status()).isEqualTo(TransactionStatus.DECLINED);
        assertThat(declined.hold().flatMap(Hold::declinedFor)).contains(Reason.REFUSED);
        assertThat(declined.hold().flatMap(Hold::refusal).map(Hold.Refusal::code)).contains("insufficient_funds");
        assertThat(declined.lockedAt()).isEmpty();
    }

    @Test
    void the_fee_that_was_shown_is_the_fee_that_is_pinned() {
        var waiting = payOutIn(AN_HOUR);
        world.deposit(eur("20.00"));
        world.store.feeSchedules().add(
                new FeeScheduleVersion(
                        Optional.of(world.organization.id()), FeeKey.fiatPayout(Asset.EUR), Optional.of(new FeeSchedule(eur("1.00"), 0)), "board",
                        NOON),
                Optional.empty());
        world.clock.advance(AN_HOUR);

        endWaits.end(ALL);

        assertThat(found(waiting).hold().flatMap(Hold::refusal).map(Hold.Refusal::code)).contains("fee_schedule_drifted");
    }

    @Test
    void a_new_beneficiary_may_be_paid_at_a_time_when_it_has_cooled_off() {
        control(new PayoutControls(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(AN_HOUR)));

        assertThat(payOutIn(AN_HOUR).status()).isEqualTo(TransactionStatus.EXPECTED);
    }

    @Test
    void approved_before_its_time_it_is_made_at_its_time() {
        approveAbove("5.00");
        world.deposit(eur("10.00"));
        var waiting = payOutIn(AN_HOUR);
        assertThat(waiting.hold().orElseThrow().waitsFor()).containsExactlyInAnyOrder(Gate.APPROVAL, Gate.SCHEDULE);

        assertThat(approve(waiting).status()).isEqualTo(TransactionStatus.EXPECTED);
        assertThat(endWaits.end(ALL)).isZero();
        world.clock.advance(AN_HOUR);
        endWaits.end(ALL);

        assertThat(found(waiting).status()).isEqualTo(TransactionStatus.LOCKED);
        assertThat(found(waiting).hold().flatMap(Hold::decidedBy)).contains(colleague.principal().toString());
    }

    @Test
    void not_approved_it_is_not_made_at_its_time_but_with_the_approval() {
        approveAbove("5.00");
        world.deposit(eur("10.00"));
        var waiting = payOutIn(AN_HOUR);
        world.clock.advance(AN_HOUR);
        assertThat(endWaits.end(ALL)).isZero();

        assertThat(approve(waiting).status()).isEqualTo(TransactionStatus.LOCKED);
    }

    @Test
    void never_approved_it_expires() {
        approveAbove("5.00");
        var waiting = payOutIn(AN_HOUR);
        world.clock.advance(AN_HOUR.plus(World.APPROVED_WITHIN));

        endWaits.end(ALL);

        assertThat(found(waiting).hold().flatMap(Hold::declinedFor)).contains(Reason.EXPIRED);
    }

    @Test
    void a_time_that_has_passed_or_is_more_than_a_year_away_is_refused() {
        var reason = ValidationError.of("executeAt", "must be in the future, and at most 365 days from now");

        assertRefused(() -> payOutIn(Duration.ZERO), reason);
        assertRefused(() -> payOutIn(Duration.ofDays(365).plusMillis(1)), reason);
        assertThat(payOutIn(Duration.ofDays(365)).status()).isEqualTo(TransactionStatus.EXPECTED);
    }

    @Test
    void the_organization_cancels_what_waits_as_often_as_it_likes_and_nothing_that_is_on_its_way() {
        world.deposit(eur("10.00"));
        var waiting = payOutIn(AN_HOUR);

        var cancelled = cancel(waiting);

        assertThat(cancelled.status()).isEqualTo(TransactionStatus.DECLINED);
        assertThat(cancelled.hold().flatMap(Hold::declinedFor)).contains(Reason.CANCELLED);
        assertThat(cancel(waiting)).isEqualTo(cancelled);
        world.clock.advance(AN_HOUR);
        endWaits.end(ALL);
        assertThat(found(waiting)).isEqualTo(cancelled);
        assertThat(world.audited(waiting.id())).extracting(record -> record.action().toString()).containsExactly("payout.cancelled");
    }

    @Test
    void cancelling_refuses_in_the_declared_order() {
        world.deposit(eur("10.00"));
        var waiting = payOutIn(AN_HOUR);
        assertRefused(
                () -> cancelPayout.cancel(new CancelPayout.Command(world.stranger(), waiting.id(), Origin.CONSOLE, Once.eachTime())),
                new NotFound("Transaction"));
        world.clock.advance(AN_HOUR);
        endWaits.end(ALL);

        assertRefused(() -> cancel(waiting), new PayoutNotWaiting(waiting.id(), TransactionStatus.LOCKED));

        assertThat(declaredBy(CancelPayout.class)).containsExactly(NotFound.class, PayoutNotWaiting.class);
    }

    private void approveAbove(String bound) {
        control(new PayoutControls(Optional.of(eur(bound)), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private void control(PayoutControls controls) {
        world.store.payoutControlBook().add(
                new PayoutControlsVersion(
                        Optional.of(world.organization.id()), FeeKey.fiatPayout(Asset.EUR), Optional.of(controls), "board", NOON),
                Optional.empty());
    }

    private Transaction approve(Transaction payout) {
        return judgePayout.judge(
                new JudgePayout.Command(colleague, payout.id(), JudgePayout.Verdict.APPROVE, Origin.CONSOLE, Once.eachTime()));
    }

    private Transaction cancel(Transaction payout) {
        return cancelPayout.cancel(new CancelPayout.Command(world.caller, payout.id(), Origin.CONSOLE, Once.eachTime()));
    }

    private Transaction payOutIn(Duration wait) {
        Instant at = world.clock.instant().plus(wait);
        return payOutFiat.payOut(new PayOutFiat.Command(
                world.caller, world.account.id(), landlord.id(), eur("10.00"), BankMethod.SEPA, Optional.empty(), Optional.of(at), Memo.EMPTY,
                Optional.empty(), Once.eachTime()));
    }

    private Transaction found(Transaction payout) {
        return world.store.transactions().find(world.organization.id(), payout.id()).orElseThrow();
    }
}
