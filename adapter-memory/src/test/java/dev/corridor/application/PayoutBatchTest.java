package dev.corridor.application;

import static dev.corridor.application.Refusals.assertRefused;
import static dev.corridor.application.Refusals.declaredBy;
import static dev.corridor.testing.Fixtures.aBankBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.eur;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.CancelPayoutBatch;
import dev.corridor.application.transaction.CancelPayoutBatchService;
import dev.corridor.application.transaction.CreatePayoutBatch;
import dev.corridor.application.transaction.CreatePayoutBatchService;
import dev.corridor.application.transaction.NewWalletLimit;
import dev.corridor.application.transaction.PayOutCrypto;
import dev.corridor.application.transaction.PayOutCryptoService;
import dev.corridor.application.transaction.PayoutDispatcher;
import dev.corridor.application.transaction.RailWatch;
import dev.corridor.application.transaction.WorkOffBatches;
import dev.corridor.application.transaction.WorkOffBatchesService;
import dev.corridor.application.transaction.port.Screening.Verdict;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.reference.Reference.Kind;
import dev.corridor.domain.transaction.Hold.Refusal;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.PayoutBatch;
import dev.corridor.domain.transaction.PayoutBatch.Item;
import dev.corridor.domain.transaction.PayoutBatch.State;
import dev.corridor.domain.transaction.PayoutBatchId;
import dev.corridor.domain.transaction.PayoutOrder;
import dev.corridor.domain.transaction.PayoutOrder.Way;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayoutBatchTest {

    private static final WorkOffBatches.Command NOW = new WorkOffBatches.Command(Duration.ofSeconds(30), 2);

    private final World world = new World();
    private final AuditLog audit = new AuditLog(world.ids);
    private final CreatePayoutBatch createPayoutBatch = new CreatePayoutBatchService(world.store.registry(), audit, world.ids, world.clock);
    private final CancelPayoutBatch cancelPayoutBatch = new CancelPayoutBatchService(
            world.store.registry(), world.store.payoutBatches(), audit, world.clock);
    private final PayOutCrypto payOutCrypto = new PayOutCryptoService(
            world.store.books(), world.rails(world.bank), world.desk(world.bank), NewWalletLimit.NONE,
            new PayoutDispatcher(world.store.books(), world.store.outbox(), world.chain, world.clock, RailWatch.NONE), Runnable::run,
            Duration.ofSeconds(5));
    private final WorkOffBatches workOffBatches = new WorkOffBatchesService(
            world.store.payoutBatches(), world.payOutFiat(world.bank), payOutCrypto, Environment.SANDBOX, world.clock, Runnable::run);
    private final Beneficiary landlord = world.keep(aBankBeneficiaryOf(world.account));

    @Test
    void each_item_is_decided_by_itself_after_the_answer() {
        world.deposit(eur("9.00"));
        world.deposit(usdc("4.000000"));
        var wallet = world.keep(aCryptoBeneficiaryOf(world.account));

        var batch = create(anOrder(eur("3.00")), anOrder(eur("8.00")), anOrder(eur("6.00")), over(wallet, usdc("4.000000")));
        assertThat(batch.counts()).containsEntry(State.PENDING, 4);
        assertThat(world.balance(Asset.EUR).locked()).isEqualTo(eur("0.00"));
        assertThat(workOffBatches.workOff(NOW)).isEqualTo(1);

        assertThat(items(batch)).extracting(Item::state)
                .containsExactly(State.SUBMITTED, State.REFUSED, State.SUBMITTED, State.SUBMITTED);
        assertThat(items(batch).get(1).refusal().map(Refusal::code)).contains("insufficient_funds");
        assertThat(world.balance(Asset.EUR).locked()).isEqualTo(eur("9.00"));
        assertThat(world.balance(Asset.USDC).locked()).isEqualTo(usdc("4.000000"));
        assertThat(world.audited(batch.id())).extracting(record -> record.action().toString()).containsExactly("payout_batch.created");
        world.clock.advance(Duration.ofHours(1));
        assertThat(workOffBatches.workOff(NOW)).isZero();
    }

    /** As after a crash between the decisions and the record of them. */
    @Test
    void what_was_paid_and_not_recorded_is_not_paid_again_however_late_it_is_repeated() {
        world.deposit(eur("20.00"));
        var batch = create(anOrder(eur("3.00")), anOrder(eur("4.00")));
        var items = items(batch);
        var forgetful = new ForgetfulBatches(world.store.payoutBatches());
        new WorkOffBatchesService(
                forgetful, world.payOutFiat(world.bank), payOutCrypto, Environment.SANDBOX, world.clock, Runnable::run).workOff(NOW);
        assertThat(world.balance(Asset.EUR).locked()).isEqualTo(eur("7.00"));

        world.clock.advance(Duration.ofDays(30));
        workOffBatches.workOff(NOW);

        assertThat(world.balance(Asset.EUR).locked()).isEqualTo(eur("7.00"));
        assertThat(items(batch)).extracting(Item::transaction).containsExactlyElementsOf(items.stream().map(Item::transaction).toList());
        assertThat(found(batch).counts()).containsEntry(State.SUBMITTED, 2);
    }

    @Test
    void what_passes_by_itself_lets_the_batch_wait() {
        world.deposit(eur("3.00"));
        world.screening.goAway();
        var batch = create(anOrder(eur("3.00")));
        workOffBatches.workOff(NOW);
        assertThat(found(batch).counts()).containsEntry(State.PENDING, 1);
        assertThat(workOffBatches.workOff(NOW)).isZero();

        world.screening.say(Verdict.ALLOW);
        world.clock.advance(Duration.ofSeconds(5));
        workOffBatches.workOff(NOW);

        assertThat(found(batch).counts()).containsEntry(State.SUBMITTED, 1);
    }

    @Test
    void a_cancelled_batch_pays_nothing_more() {
        world.deposit(eur("9.00"));
        var batch = create(anOrder(eur("3.00")));

        var cancelled = cancelPayoutBatch.cancel(new CancelPayoutBatch.Command(world.caller, batch.id(), Origin.CONSOLE, Once.eachTime()));
        cancelPayoutBatch.cancel(new CancelPayoutBatch.Command(world.caller, batch.id(), Origin.CONSOLE, Once.eachTime()));
        workOffBatches.workOff(NOW);

        assertThat(cancelled.counts()).containsEntry(State.CANCELLED, 1);
        assertThat(found(batch).counts()).containsEntry(State.CANCELLED, 1);
        assertThat(world.balance(Asset.EUR).available()).isEqualTo(eur("9.00"));
        assertThat(world.audited(batch.id())).extracting(record -> record.action().toString())
                .containsExactly("payout_batch.cancelled", "payout_batch.created");
        var unknown = new PayoutBatchId(world.ids.next());
        assertRefused(
                () -> cancelPayoutBatch.cancel(new CancelPayoutBatch.Command(world.caller, unknown, Origin.CONSOLE, Once.eachTime())),
                new NotFound("Payout batch"));
        assertThat(declaredBy(CancelPayoutBatch.class)).containsExactly(NotFound.class);
    }

    @Test
    void what_is_wrong_with_a_batch_is_said_before_anything_is_kept() {
        assertRefused(() -> create(), ValidationError.of("items", "must be 1 to 10000 payouts"));
        assertRefused(
                () -> create(Collections.nCopies(10_001, anOrder(eur("1.00"))).toArray(PayoutOrder[]::new)),
                ValidationError.of("items", "must be 1 to 10000 payouts"));
        assertRefused(
                () -> create(referred("INV-1"), anOrder(eur("1.00")), referred("INV-1")),
                ValidationError.of("items.3.reference", "is that of item 1 too"));
        assertThat(declaredBy(CreatePayoutBatch.class)).containsExactly(ValidationError.class);
        assertThat(world.store.payoutBatches().page(world.organization.id(), PageRequest.first()).items()).isEmpty();
    }

    private PayoutBatch create(PayoutOrder... orders) {
        return createPayoutBatch.create(new CreatePayoutBatch.Command(world.caller, List.of(orders), Origin.CONSOLE, Once.eachTime()));
    }

    private PayoutOrder anOrder(Money amount) {
        return order(amount, Memo.EMPTY);
    }

    private PayoutOrder referred(String reference) {
        return order(
                eur("1.00"),
                new Memo(Optional.of(new Reference(world.organization.id(), Kind.TRANSACTION, reference)), "", List.of(), Map.of()));
    }

    private PayoutOrder order(Money amount, Memo memo) {
        return new PayoutOrder(
                world.account.id(), landlord.id(), amount, new Way.OverBank(BankMethod.SEPA), Optional.empty(), Optional.empty(), memo);
    }

    private PayoutOrder over(Beneficiary wallet, Money amount) {
        return new PayoutOrder(
                world.account.id(), wallet.id(), amount, new Way.OverChain(ChainName.ETHEREUM_SEPOLIA), Optional.empty(), Optional.empty(),
                Memo.EMPTY);
    }

    private PayoutBatch found(PayoutBatch batch) {
        return world.store.payoutBatches().find(world.organization.id(), batch.id()).orElseThrow();
    }

    private List<Item> items(PayoutBatch batch) {
        return world.store.payoutBatches().items(world.organization.id(), batch.id(), Optional.empty(), PageRequest.first()).items();
    }
}
