package dev.corridor.application;

import static dev.corridor.application.Refusals.assertRefused;
import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aBankBeneficiaryOf;
import static dev.corridor.testing.Fixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.access.KnownHands;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.idempotency.AnsweredBefore;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.EndWaits;
import dev.corridor.application.transaction.EndWaitsService;
import dev.corridor.application.transaction.JudgePayout;
import dev.corridor.application.transaction.JudgePayoutService;
import dev.corridor.application.transaction.PayOutFiat;
import dev.corridor.application.transaction.ReviewPayout;
import dev.corridor.application.transaction.ReviewPayout.Verdict;
import dev.corridor.application.transaction.ReviewPayoutService;
import dev.corridor.application.transaction.port.Holds.Waiting;
import dev.corridor.application.transaction.port.Screening;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.fee.FeeKey;
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
import dev.corridor.domain.transaction.TransactionError.PayoutRefusedByScreening;
import dev.corridor.domain.transaction.TransactionError.ScreeningUnavailable;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScreeningTest {

    private static final EndWaits.Command ALL = new EndWaits.Command(100);

    private final World world = new World();
    private final PayOutFiat payOutFiat = world.payOutFiat(world.bank);
    private final AuditLog audit = new AuditLog(world.ids);
    private final ReviewPayout reviewPayout = new ReviewPayoutService(world.store.books(), world.store.transactions(), audit);
    private final EndWaits endWaits = new EndWaitsService(
            world.store.books(),
            world.store.transactions(),
            world.store.holds(),
            world.rails(world.bank),
            world.desk(world.bank),
            Environment.SANDBOX,
            world.clock);
    private final Beneficiary landlord = world.keep(aBankBeneficiaryOf(world.account));

    @Test
    void what_is_allowed_is_paid_and_nothing_is_locked_while_the_screening_thinks() {
        world.deposit(eur("10.00"));
        world.screening.say(Screening.Verdict.ALLOW);
        world.screening.whileAsked(() -> inAnotherThread(() -> world.deposit(eur("1.00"))));

        assertThat(payOut().status()).isEqualTo(TransactionStatus.LOCKED);

        assertThat(world.balance(Asset.EUR).locked()).isEqualTo(eur("10.00"));
        assertThat(world.balance(Asset.EUR).available()).isEqualTo(eur("1.00"));
    }

    @Test
    void what_is_refused_moves_nothing_and_stays_refused_under_its_key_without_another_question() {
        world.deposit(eur("10.00"));
        world.screening.say(Screening.Verdict.REFUSE);
        assertRefused(() -> payOut(world.once("k1")), new PayoutRefusedByScreening(landlord.id()));

        world.screening.say(Screening.Verdict.ALLOW);

        assertThatThrownBy(() -> payOut(world.once("k1"))).isInstanceOf(AnsweredBefore.class);
        assertThat(world.screening.questions()).isEqualTo(1);
        assertThat(world.balance(Asset.EUR).available()).isEqualTo(eur("10.00"));
    }

    @Test
    void a_screening_that_is_away_refuses_for_now_and_the_key_stays_good() {
        world.deposit(eur("10.00"));
        world.screening.goAway();
        assertRefused(() -> payOut(world.once("k1")), new ScreeningUnavailable());
        assertThat(world.balance(Asset.EUR).available()).isEqualTo(eur("10.00"));

        world.screening.say(Screening.Verdict.ALLOW);

        assertThat(payOut(world.once("k1")).status()).isEqualTo(TransactionStatus.LOCKED);
    }

    @Test
    void what_is_to_be_reviewed_waits_for_the_operator_alone_and_is_paid_after_a_yes() {
        var waiting = aPayoutUnderReview();
        var colleague = Caller.withFullAccess(world.organization.id(), new UserId(world.ids.next()), Environment.SANDBOX);
        var judgePayout = new JudgePayoutService(
                world.store.books(), world.store.transactions(), world.rails(world.bank), world.desk(world.bank),
                new KnownHands(world.store.auditTrail()), audit);
        assertRefused(
                () -> judgePayout.judge(new JudgePayout.Command(
                        colleague, waiting.id(), JudgePayout.Verdict.APPROVE, Origin.CONSOLE, Once.eachTime())),
                new PayoutNotWaiting(waiting.id(), TransactionStatus.EXPECTED));
        assertThat(world.store.holds().underReview(10)).containsExactly(new Waiting(world.organization.id(), waiting.id()));
        assertThat(endWaits.end(ALL)).isZero();

        review(waiting, Verdict.APPROVE);
        assertThat(endWaits.end(ALL)).isEqualTo(1);

        assertThat(found(waiting).status()).isEqualTo(TransactionStatus.LOCKED);
        assertThat(found(waiting).hold().flatMap(Hold::decidedBy)).contains("operator");
        assertThat(world.store.holds().underReview(10)).isEmpty();
        assertThat(world.audited(waiting.id())).singleElement().satisfies(record -> assertThat(record)
                .returns("payout.approved", it -> it.action().toString())
                .returns("operator", AuditRecord::actor)
                .returns("Case 7", it -> it.details().get("evidence")));
        assertThat(endWaits.end(ALL)).isZero();
    }

    @Test
    void an_operators_no_ends_it() {
        var waiting = aPayoutUnderReview();

        assertThat(review(waiting, Verdict.REJECT).hold().flatMap(Hold::declinedFor)).contains(Reason.REJECTED);

        assertThat(found(waiting).status()).isEqualTo(TransactionStatus.DECLINED);
        assertRefused(() -> review(waiting, Verdict.APPROVE), new PayoutNotWaiting(waiting.id(), TransactionStatus.DECLINED));
        var unknown = new TransactionId(world.ids.next());
        assertRefused(
                () -> reviewPayout.review(new ReviewPayout.Command(unknown, Verdict.APPROVE, "Case 7", Origin.CONSOLE)),
                new NotFound("Transaction"));
    }

    /** The first verdict may be days old. */
    @Test
    void what_has_waited_is_screened_again_when_its_money_is_set_aside() {
        var waiting = aPayoutUnderReview();
        review(waiting, Verdict.APPROVE);
        world.screening.say(Screening.Verdict.REFUSE);

        endWaits.end(ALL);

        var declined = found(waiting);
        assertThat(declined.status()).isEqualTo(TransactionStatus.DECLINED);
        assertThat(declined.hold().flatMap(Hold::declinedFor)).contains(Reason.REFUSED);
        assertThat(declined.hold().flatMap(Hold::refusal).map(Hold.Refusal::code)).contains("payout_refused_by_screening");
        assertThat(world.balance(Asset.EUR).available()).isEqualTo(eur("10.00"));
    }

    @Test
    void what_was_refused_for_now_is_tried_again_until_its_time_is_up() {
        var waiting = aPayoutUnderReview();
        review(waiting, Verdict.APPROVE);
        world.screening.goAway();

        assertThat(endWaits.end(ALL)).isEqualTo(1);
        assertThat(found(waiting).status()).isEqualTo(TransactionStatus.EXPECTED);
        assertThat(endWaits.end(ALL)).isZero();
        world.clock.advance(World.APPROVED_WITHIN);
        assertThat(endWaits.end(ALL)).isEqualTo(1);

        assertThat(found(waiting).hold().flatMap(Hold::declinedFor)).contains(Reason.EXPIRED);
    }

    @Test
    void an_approved_payout_that_is_to_be_reviewed_by_then_waits_for_the_operator_too() {
        approveAbove("5.00");
        world.deposit(eur("10.00"));
        var waiting = payOut();
        var colleague = Caller.withFullAccess(world.organization.id(), new UserId(world.ids.next()), Environment.SANDBOX);
        world.screening.say(Screening.Verdict.REVIEW);

        var approved = new JudgePayoutService(
                world.store.books(), world.store.transactions(), world.rails(world.bank), world.desk(world.bank),
                new KnownHands(world.store.auditTrail()), audit)
                .judge(new JudgePayout.Command(colleague, waiting.id(), JudgePayout.Verdict.APPROVE, Origin.CONSOLE, Once.eachTime()));

        assertThat(approved.status()).isEqualTo(TransactionStatus.EXPECTED);
        assertThat(approved.hold().orElseThrow().waitsFor()).containsExactlyInAnyOrder(Gate.APPROVAL, Gate.REVIEW);
        assertThat(approved.hold().orElseThrow().passed()).containsExactly(Gate.APPROVAL);
        review(waiting, Verdict.APPROVE);
        endWaits.end(ALL);
        assertThat(found(waiting).status()).isEqualTo(TransactionStatus.LOCKED);
    }

    private void approveAbove(String bound) {
        var controls = new PayoutControls(
                Optional.of(eur(bound)), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        world.store.payoutControlBook().add(
                new PayoutControlsVersion(
                        Optional.of(world.organization.id()), FeeKey.fiatPayout(Asset.EUR), Optional.of(controls), "board", NOON),
                Optional.empty());
    }

    private Transaction aPayoutUnderReview() {
        world.deposit(eur("10.00"));
        world.screening.say(Screening.Verdict.REVIEW);
        var waiting = payOut();
        assertThat(waiting.status()).isEqualTo(TransactionStatus.EXPECTED);
        assertThat(waiting.hold().orElseThrow().waitsFor()).containsExactly(Gate.REVIEW);
        assertThat(world.balance(Asset.EUR).available()).isEqualTo(eur("10.00"));
        return waiting;
    }

    private Transaction review(Transaction payout, Verdict verdict) {
        return reviewPayout.review(new ReviewPayout.Command(payout.id(), verdict, "Case 7", Origin.CONSOLE));
    }

    private Transaction found(Transaction payout) {
        return world.store.transactions().find(world.organization.id(), payout.id()).orElseThrow();
    }

    private Transaction payOut() {
        return payOut(Once.eachTime());
    }

    private Transaction payOut(Once<Transaction> once) {
        return payOutFiat.payOut(new PayOutFiat.Command(
                world.caller, world.account.id(), landlord.id(), eur("10.00"), BankMethod.SEPA, Optional.empty(), Memo.EMPTY, once));
    }

    private static void inAnotherThread(Runnable action) {
        try {
            CompletableFuture.runAsync(action, Thread::startVirtualThread).get(Duration.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
