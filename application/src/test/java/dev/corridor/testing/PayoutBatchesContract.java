package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aBankBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aFiatPayoutTo;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.eur;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.PageRequest;
import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.transaction.port.PayoutBatches.Decided;
import dev.corridor.application.transaction.port.PayoutBatches.Work;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.reference.Reference.Kind;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Hold.Refusal;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.PayoutBatch;
import dev.corridor.domain.transaction.PayoutBatch.Item;
import dev.corridor.domain.transaction.PayoutBatch.State;
import dev.corridor.domain.transaction.PayoutBatchId;
import dev.corridor.domain.transaction.PayoutOrder;
import dev.corridor.domain.transaction.PayoutOrder.Way;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.corridor.application.transaction.port.PayoutBatches}. */
public abstract class PayoutBatchesContract extends StoreContract {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int MANY = 1_000;
    private static final TimeOrderedIds IDS = new SequentialIds();

    @Test
    void a_batch_is_kept_with_all_that_its_items_ask_for() {
        var landlord = stored(aBankBeneficiaryOf(account));
        var plain = order(landlord, eur("1.00"), new Way.OverBank(BankMethod.SEPA), Optional.empty(), Optional.empty(), Memo.EMPTY);
        var full = order(
                landlord, usdc("2.000000"), new Way.OverChain(ChainName.ETHEREUM_SEPOLIA),
                Optional.of(new FeeSchedule(usdc("0.100000"), 7)), Optional.of(NOON.plusSeconds(60)),
                new Memo(
                        Optional.of(new Reference(organization.id(), Kind.TRANSACTION, "INV-7")), "Invoice 7", List.of("invoice"),
                        Map.of("number", "7")));
        var items = List.of(item(1, plain), item(2, full));

        var batch = added(items, NOON);

        assertThat(store.payoutBatches().find(organization.id(), batch.id())).contains(batch);
        assertThat(batch.counts()).containsEntry(State.PENDING, 2).containsEntry(State.SUBMITTED, 0);
        assertThat(items(batch, Optional.empty())).isEqualTo(items);
        assertThat(store.payoutBatches().find(stored(anOrganization()).id(), batch.id())).isEmpty();
        assertThat(store.payoutBatches().items(stored(anOrganization()).id(), batch.id(), Optional.empty(), PageRequest.first()).items())
                .isEmpty();
    }

    @Test
    void batches_and_items_are_paged() {
        var landlord = stored(aBankBeneficiaryOf(account));
        var first = added(someItems(landlord, 3), NOON);
        var second = added(someItems(landlord, 1), NOON);

        var newest = store.payoutBatches().page(organization.id(), new PageRequest<>(1, Optional.empty()));
        assertThat(newest.items()).containsExactly(second);
        assertThat(newest.hasMore()).isTrue();
        assertThat(store.payoutBatches().page(organization.id(), new PageRequest<>(1, Optional.of(second.id()))).items()).containsExactly(first);
        var page = store.payoutBatches().items(organization.id(), first.id(), Optional.empty(), new PageRequest<>(2, Optional.of(1)));
        assertThat(page.items()).extracting(Item::number).containsExactly(2, 3);
        assertThat(page.hasMore()).isFalse();
    }

    @Test
    void a_batch_is_worked_off_by_one_at_a_time_until_it_is_finished() {
        var batch = added(someItems(stored(aBankBeneficiaryOf(account)), 2), NOON);
        var work = workOf(batch);
        assertThat(claimed(NOON.minusMillis(1))).doesNotContain(work);

        assertThat(claimed(NOON)).contains(work);
        assertThat(claimed(NOON.plus(LEASE).minusMillis(1))).doesNotContain(work);
        store.payoutBatches().next(work, NOON.plusSeconds(600), 1);
        assertThat(claimed(NOON.plusSeconds(599))).doesNotContain(work);
        assertThat(claimed(NOON.plusSeconds(600))).contains(work);
        store.payoutBatches().postpone(work, NOON.plusSeconds(900));
        assertThat(claimed(NOON.plusSeconds(899))).doesNotContain(work);
        store.payoutBatches().finish(work);
        assertThat(claimed(NOON.plusSeconds(9_000))).doesNotContain(work);
    }

    @Test
    void what_was_decided_is_not_due_again_and_what_became_of_it_is_what_the_transactions_say() {
        var landlord = stored(aBankBeneficiaryOf(account));
        var items = someItems(landlord, 4);
        var batch = added(items, NOON);
        var work = workOf(batch);
        pay(landlord, items.get(0));
        pay(landlord, items.get(2));
        assertThat(next(work)).extracting(Item::number).containsExactly(1, 2, 3, 4);

        var refusal = new Refusal("insufficient_funds", "There is not enough.");
        store.payoutBatches().record(work, List.of(new Decided(1, Optional.empty()), new Decided(2, Optional.of(refusal))));
        store.payoutBatches().record(work, List.of(new Decided(2, Optional.empty())));

        assertThat(next(work)).extracting(Item::number).containsExactly(3, 4);
        assertThat(items(batch, Optional.empty())).extracting(Item::state)
                .containsExactly(State.SUBMITTED, State.REFUSED, State.SUBMITTED, State.PENDING);
        assertThat(items(batch, Optional.of(State.REFUSED))).singleElement()
                .returns(2, Item::number)
                .returns(Optional.of(refusal), Item::refusal);
        assertThat(found(batch).counts()).isEqualTo(
                Map.of(State.SUBMITTED, 2, State.REFUSED, 1, State.PENDING, 1, State.CANCELLED, 0));
    }

    @Test
    void of_a_cancelled_batch_nothing_more_is_due_and_what_was_paid_stays_paid() {
        var landlord = stored(aBankBeneficiaryOf(account));
        var items = someItems(landlord, 2);
        var batch = added(items, NOON);
        pay(landlord, items.getFirst());

        assertThat(next(workOf(batch))).hasSize(2);
        cancel(batch.cancel(NOON.plusSeconds(2)));
        cancel(batch.cancel(NOON.plusSeconds(3)));

        assertThat(next(workOf(batch))).isEmpty();
        assertThat(found(batch).cancelledAt()).contains(NOON.plusSeconds(2));
        assertThat(items(batch, Optional.empty())).extracting(Item::state).containsExactly(State.SUBMITTED, State.CANCELLED);
    }

    private void cancel(PayoutBatch cancelled) {
        store.registry().decide(organization.id(), Optional.empty(), open -> {
            open.cancel(cancelled);
            return cancelled;
        });
    }

    private PayoutBatch added(List<Item> items, Instant now) {
        var batch = PayoutBatch.of(new PayoutBatchId(IDS.next()), organization.id(), "key_7", items.size(), now);
        store.registry().decide(organization.id(), Optional.empty(), open -> {
            open.add(batch, items);
            return batch;
        });
        return batch;
    }

    private List<Work> claimed(Instant now) {
        return store.payoutBatches().claim(now, LEASE, MANY);
    }

    private List<Item> next(Work work) {
        return store.payoutBatches().next(work, NOON.plusSeconds(600), MANY);
    }

    private static Work workOf(PayoutBatch batch) {
        return new Work(batch.organization(), batch.id(), batch.maker());
    }

    private PayoutBatch found(PayoutBatch batch) {
        return store.payoutBatches().find(organization.id(), batch.id()).orElseThrow();
    }

    private List<Item> items(PayoutBatch batch, Optional<State> state) {
        return store.payoutBatches().items(organization.id(), batch.id(), state, new PageRequest<>(PageRequest.MAX_LIMIT, Optional.empty())).items();
    }

    private void pay(Beneficiary to, Item item) {
        posted(aDepositTo(account, item.order().amount()));
        var payout = aFiatPayoutTo(to, item.order().amount()).transaction();
        posted(Transaction.payout(
                item.transaction(), payout.organization(), payout.account(), payout.amount(), (Details.Payout) payout.details(), Memo.EMPTY, NOON));
    }

    private static List<Item> someItems(Beneficiary beneficiary, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> item(number, anOrder(beneficiary))).toList();
    }

    private static PayoutOrder anOrder(Beneficiary beneficiary) {
        return order(
                beneficiary, Money.of("1.00", Asset.EUR), new Way.OverBank(BankMethod.SEPA), Optional.empty(), Optional.empty(), Memo.EMPTY);
    }

    private static PayoutOrder order(
            Beneficiary beneficiary, Money amount, Way way, Optional<FeeSchedule> fee, Optional<Instant> executeAt, Memo memo) {
        return new PayoutOrder(beneficiary.account(), beneficiary.id(), amount, way, fee, executeAt, memo);
    }

    private static Item item(int number, PayoutOrder order) {
        return Item.of(number, new TransactionId(IDS.next()), order);
    }
}
