package dev.corridor.application;

import static dev.corridor.application.Refusals.assertRefused;
import static dev.corridor.application.Refusals.declaredBy;
import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aBankBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.eur;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.access.KnownHands;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.EndWaits;
import dev.corridor.application.transaction.EndWaitsService;
import dev.corridor.application.transaction.JudgePayout;
import dev.corridor.application.transaction.JudgePayout.Verdict;
import dev.corridor.application.transaction.JudgePayoutService;
import dev.corridor.application.transaction.NewWalletLimit;
import dev.corridor.application.transaction.PayOutCrypto;
import dev.corridor.application.transaction.PayOutCryptoService;
import dev.corridor.application.transaction.PayOutFiat;
import dev.corridor.application.transaction.PayoutDispatcher;
import dev.corridor.application.transaction.RailWatch;
import dev.corridor.application.transaction.port.Screening;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.access.Principal;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryAlreadyArchived;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.fee.FeeError.FeeScheduleDrifted;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.fee.FeeScheduleVersion;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.transaction.Hold.Reason;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.PayoutControls;
import dev.corridor.domain.transaction.PayoutControlsVersion;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionError.BeneficiaryCoolingOff;
import dev.corridor.domain.transaction.TransactionError.PayoutLimitExceeded;
import dev.corridor.domain.transaction.TransactionError.PayoutLimitExceeded.Per;
import dev.corridor.domain.transaction.TransactionError.PayoutNotWaiting;
import dev.corridor.domain.transaction.TransactionError.PayoutRefusedByScreening;
import dev.corridor.domain.transaction.TransactionError.PayoutTooLarge;
import dev.corridor.domain.transaction.TransactionError.ScreeningUnavailable;
import dev.corridor.domain.transaction.TransactionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgePayoutTest {

    private static final Optional<Money> NO_BOUND = Optional.empty();
    private static final Optional<Duration> NO_TIME = Optional.empty();
    private static final Forbidden ONE_PERSON = new Forbidden("A payout is approved or rejected by another person than the one who has made it.");

    private final World world = new World();
    private final PayOutFiat payOutFiat = world.payOutFiat(world.bank);
    private final AuditLog audit = new AuditLog(world.ids);
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
    private final Caller approver = as(new UserId(world.ids.next()));

    @Test
    void above_the_bound_a_payout_waits_and_captures_nothing() {
        control(Optional.of(eur("5.00")), NO_BOUND, NO_BOUND, NO_BOUND, NO_TIME);
        world.deposit(eur("9.00"));

        assertThat(payOut(eur("5.00")).status()).isEqualTo(TransactionStatus.LOCKED);
        var waiting = payOut(eur("5.01"));

        assertThat(waiting.status()).isEqualTo(TransactionStatus.EXPECTED);
        assertThat(waiting.hold().orElseThrow().maker()).isEqualTo(world.caller.principal().toString());
        assertThat(world.balance(Asset.EUR).available()).isEqualTo(eur("4.00"));
        assertThat(world.store.bankOutbox().find(waiting.id())).isEmpty();
    }

    @Test
    void another_person_approves_it_once_and_it_is_paid() {
        var waiting = aWaitingPayout();
        world.deposit(eur("10.00"));

        var locked = judge(approver, waiting, Verdict.APPROVE);

        assertThat(locked.status()).isEqualTo(TransactionStatus.LOCKED);
        assertThat(locked.hold().orElseThrow().decidedBy()).contains(approver.principal().toString());
        assertThat(world.balance(Asset.EUR).locked()).isEqualTo(eur("10.00"));
        assertThat(world.store.bankOutbox().find(waiting.id())).isPresent();
        assertThat(world.audited(waiting.id())).singleElement().satisfies(record -> assertThat(record)
                .returns("payout.approved", it -> it.action().toString())
                .returns(approver.principal().toString(), AuditRecord::actor));
        assertRefused(() -> judge(approver, waiting, Verdict.APPROVE), new PayoutNotWaiting(waiting.id(), TransactionStatus.LOCKED));
        assertRefused(() -> judge(approver, waiting, Verdict.REJECT), new PayoutNotWaiting(waiting.id(), TransactionStatus.LOCKED));
    }

    @Test
    void a_crypto_payout_is_handed_to_the_chain_when_it_is_approved() {
        world.store.payoutControlBook().add(
                new PayoutControlsVersion(
                        Optional.of(world.organization.id()),
                        FeeKey.cryptoPayout(Asset.USDC),
                        Optional.of(new PayoutControls(Optional.of(usdc("1.00")), NO_BOUND, NO_BOUND, NO_BOUND, NO_TIME)),
                        "board",
                        NOON),
                Optional.empty());
        world.deposit(usdc("4.000000"));
        var wallet = world.keep(aCryptoBeneficiaryOf(world.account));
        var payOutCrypto = new PayOutCryptoService(
                world.store.books(), world.rails(world.bank), world.desk(world.bank), NewWalletLimit.NONE,
                new PayoutDispatcher(world.store.books(), world.store.outbox(), world.chain, world.clock, RailWatch.NONE), Runnable::run,
                Duration.ofSeconds(5));

        var waiting = payOutCrypto.payOut(new PayOutCrypto.Command(
                world.caller, world.account.id(), wallet.id(), usdc("4.000000"), ChainName.ETHEREUM_SEPOLIA, Memo.EMPTY));
        assertThat(waiting.status()).isEqualTo(TransactionStatus.EXPECTED);
        judge(approver, waiting, Verdict.APPROVE);

        world.clock.advance(Duration.ofSeconds(5));
        assertThat(world.store.outbox().claim(world.clock.instant(), Duration.ofSeconds(5), 10))
                .extracting(outgoing -> outgoing.transfer().transaction())
                .containsExactly(waiting.id());
    }

    @Test
    void who_rejects_it_ends_it_and_its_reference_is_free() {
        var waiting = aWaitingPayout();

        var rejected = judge(approver, waiting, Verdict.REJECT);

        assertThat(rejected.status()).isEqualTo(TransactionStatus.DECLINED);
        assertThat(rejected.hold().orElseThrow().declinedFor()).contains(Reason.REJECTED);
        assertThat(rejected.heldReference()).isEmpty();
        assertThat(world.audited(waiting.id())).extracting(record -> record.action().toString()).containsExactly("payout.rejected");
    }

    @Test
    void the_maker_is_never_the_one_who_judges_it_under_whatever_key() {
        var waiting = aWaitingPayout();
        var maker = world.caller.principal();
        var person = new UserId(world.ids.next());
        var otherKey = new ApiKeyId(world.ids.next());
        var keyOfAKey = new ApiKeyId(world.ids.next());
        record("api_key.created", person, maker);
        record("api_key.rotated", person, otherKey);
        record("api_key.created", maker, keyOfAKey);

        for (var principal : List.of(maker, person, otherKey, keyOfAKey)) {
            assertRefused(() -> judge(as(principal), waiting, Verdict.APPROVE), ONE_PERSON);
            assertRefused(() -> judge(as(principal), waiting, Verdict.REJECT), ONE_PERSON);
        }
    }

    @Test
    void a_refusal_of_the_maker_is_not_remembered_for_an_approver_who_comes_with_the_same_key() {
        var waiting = aWaitingPayout();
        var once = world.once("verdict");

        assertRefused(() -> judge(world.caller, waiting, Verdict.REJECT, once), ONE_PERSON);

        assertThat(judge(approver, waiting, Verdict.REJECT, once).status()).isEqualTo(TransactionStatus.DECLINED);
    }

    @Test
    void keys_that_the_operator_has_made_are_not_one_persons() {
        var waiting = aWaitingPayout();
        world.deposit(eur("10.00"));
        var otherKey = new ApiKeyId(world.ids.next());
        record("api_key.created", new Operator(), world.caller.principal());
        record("api_key.created", new Operator(), otherKey);

        assertThat(judge(as(otherKey), waiting, Verdict.APPROVE).status()).isEqualTo(TransactionStatus.LOCKED);
    }

    @Test
    void what_is_not_approved_in_time_is_declined() {
        var waiting = aWaitingPayout();
        world.clock.advance(World.APPROVED_WITHIN.minusMillis(1));
        assertThat(endWaits.end(new EndWaits.Command(10))).isZero();

        world.clock.advance(Duration.ofMillis(1));
        assertRefused(() -> judge(approver, waiting, Verdict.APPROVE), new PayoutNotWaiting(waiting.id(), TransactionStatus.EXPECTED));
        assertThat(endWaits.end(new EndWaits.Command(10))).isEqualTo(1);

        var expired = world.store.transactions().find(world.organization.id(), waiting.id()).orElseThrow();
        assertThat(expired.status()).isEqualTo(TransactionStatus.DECLINED);
        assertThat(expired.hold().orElseThrow().declinedFor()).contains(Reason.EXPIRED);
        assertThat(endWaits.end(new EndWaits.Command(10))).isZero();
    }

    /** Every row corrects one fault; the next error in the declared order appears. */
    @Test
    void approvals_refuse_in_the_declared_order() {
        var waiting = aWaitingPayout();
        var stranger = world.stranger();
        assertRefused(() -> judge(stranger, waiting, Verdict.APPROVE), new NotFound("Transaction"));
        assertRefused(() -> judge(world.caller, waiting, Verdict.APPROVE), ONE_PERSON);
        var deposit = world.post(aDepositTo(world.account, eur("3.00")));
        assertRefused(() -> judge(approver, deposit, Verdict.APPROVE), new PayoutNotWaiting(deposit.id(), TransactionStatus.COMPLETED));
        var archived = world.keep(landlord.archive(NOON));
        assertRefused(() -> judge(approver, waiting, Verdict.APPROVE), new BeneficiaryAlreadyArchived(archived.id()));
        world.keep(landlord);
        charge("0.10");
        assertRefused(() -> judge(approver, waiting, Verdict.APPROVE), new FeeScheduleDrifted(eur("0.00"), 0, eur("0.10"), 0));
        charge("0.00");
        control(NO_BOUND, Optional.of(eur("9.00")), Optional.of(eur("9.00")), NO_BOUND, Optional.of(Duration.ofHours(1)));
        assertRefused(() -> judge(approver, waiting, Verdict.APPROVE), new PayoutTooLarge(eur("10.00"), eur("9.00")));
        control(NO_BOUND, NO_BOUND, Optional.of(eur("9.00")), NO_BOUND, Optional.of(Duration.ofHours(1)));
        assertRefused(
                () -> judge(approver, waiting, Verdict.APPROVE),
                new BeneficiaryCoolingOff(landlord.id(), landlord.createdAt().plus(Duration.ofHours(1))));
        world.screening.goAway();
        control(NO_BOUND, NO_BOUND, Optional.of(eur("9.00")), NO_BOUND, NO_TIME);
        assertRefused(() -> judge(approver, waiting, Verdict.APPROVE), new ScreeningUnavailable());
        world.screening.say(Screening.Verdict.REFUSE);
        assertRefused(() -> judge(approver, waiting, Verdict.APPROVE), new PayoutRefusedByScreening(landlord.id()));
        world.screening.say(Screening.Verdict.ALLOW);
        assertRefused(
                () -> judge(approver, waiting, Verdict.APPROVE),
                new PayoutLimitExceeded(Per.DAY, eur("9.00"), eur("0.00"), eur("10.00"), tomorrow()));
        control(NO_BOUND, NO_BOUND, NO_BOUND, Optional.of(eur("10.00")), NO_TIME);
        assertRefused(
                () -> judge(approver, waiting, Verdict.APPROVE), new InsufficientFunds(world.account.id(), eur("10.00"), eur("3.00")));
        world.deposit(eur("7.00"));
        assertThat(judge(approver, waiting, Verdict.APPROVE).status()).isEqualTo(TransactionStatus.LOCKED);

        assertThat(declaredBy(JudgePayout.class)).containsExactly(
                NotFound.class,
                Forbidden.class,
                PayoutNotWaiting.class,
                BeneficiaryAlreadyArchived.class,
                FeeScheduleDrifted.class,
                PayoutTooLarge.class,
                BeneficiaryCoolingOff.class,
                ScreeningUnavailable.class,
                PayoutRefusedByScreening.class,
                PayoutLimitExceeded.class,
                InsufficientFunds.class);
    }

    @Test
    void limits_of_a_day_count_what_is_locked_and_give_back_what_is_declined() {
        control(NO_BOUND, NO_BOUND, Optional.of(eur("10.00")), Optional.of(eur("6.00")), NO_TIME);
        world.deposit(eur("100.00"));
        var other = world.keep(aBankBeneficiaryOf(world.account));
        var first = payOut(eur("6.00"));

        assertRefused(
                () -> payOut(eur("0.01")),
                new PayoutLimitExceeded(Per.BENEFICIARY_AND_DAY, eur("6.00"), eur("6.00"), eur("0.01"), tomorrow()));
        assertRefused(
                () -> payOut(other, eur("4.01")),
                new PayoutLimitExceeded(Per.DAY, eur("10.00"), eur("6.00"), eur("4.01"), tomorrow()));
        payOut(other, eur("4.00"));
        world.store.books().decide(
                Subjects.transaction(world.organization.id(), first.id()),
                open -> open.post(open.transaction(first.id()).decline(open.now())));
        payOut(eur("6.00"));
        assertRefused(
                () -> payOut(other, eur("0.01")),
                new PayoutLimitExceeded(Per.DAY, eur("10.00"), eur("10.00"), eur("0.01"), tomorrow()));

        world.clock.advance(Duration.between(world.clock.instant(), tomorrow()));
        assertThat(payOut(eur("6.00")).status()).isEqualTo(TransactionStatus.LOCKED);
    }

    private Instant tomorrow() {
        return Instant.parse(NOON.toString().substring(0, 10) + "T00:00:00Z").plus(Duration.ofDays(1));
    }

    private Transaction aWaitingPayout() {
        control(Optional.of(eur("5.00")), NO_BOUND, NO_BOUND, NO_BOUND, NO_TIME);
        return payOut(eur("10.00"));
    }

    private Transaction payOut(Money amount) {
        return payOut(landlord, amount);
    }

    private Transaction payOut(Beneficiary to, Money amount) {
        return payOutFiat.payOut(new PayOutFiat.Command(world.caller, world.account.id(), to.id(), amount, BankMethod.SEPA, Memo.EMPTY));
    }

    private Transaction judge(Caller caller, Transaction payout, Verdict verdict) {
        return judge(caller, payout, verdict, Once.eachTime());
    }

    private Transaction judge(Caller caller, Transaction payout, Verdict verdict, Once<Transaction> once) {
        return judgePayout.judge(new JudgePayout.Command(caller, payout.id(), verdict, Origin.CONSOLE, once));
    }

    private Caller as(Principal principal) {
        return Caller.withFullAccess(world.organization.id(), principal, Environment.SANDBOX);
    }

    private void record(String action, Principal by, Principal subject) {
        var drawn = audit.draw(
                world.organization.id(), by, new AuditAction(action), subject, Map.of(), Origin.CONSOLE, world.clock.instant());
        world.store.registry().decide(world.organization.id(), Optional.empty(), open -> {
            open.record(drawn);
            return drawn;
        });
    }

    private void control(
            Optional<Money> approval, Optional<Money> payout, Optional<Money> day, Optional<Money> beneficiary, Optional<Duration> coolingOff) {
        world.store.payoutControlBook().add(
                new PayoutControlsVersion(
                        Optional.of(world.organization.id()),
                        FeeKey.fiatPayout(Asset.EUR),
                        Optional.of(new PayoutControls(approval, payout, day, beneficiary, coolingOff)),
                        "board",
                        NOON),
                Optional.empty());
    }

    private void charge(String fixed) {
        world.store.feeSchedules().add(
                new FeeScheduleVersion(
                        Optional.of(world.organization.id()),
                        FeeKey.fiatPayout(Asset.EUR),
                        Optional.of(new FeeSchedule(eur(fixed), 0)),
                        "board",
                        NOON),
                Optional.empty());
    }
}
