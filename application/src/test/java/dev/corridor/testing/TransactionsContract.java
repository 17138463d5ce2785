package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aBankBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aLiveQuoteOf;
import static dev.corridor.testing.Fixtures.aTradeOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.eur;
import static dev.corridor.testing.Fixtures.usd;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.corridor.application.PageRequest;
import dev.corridor.domain.account.Bucket;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.transaction.Details.FiatPayout;
import dev.corridor.domain.transaction.LedgerLine;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Movement;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.domain.transaction.TransactionType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link dev.corridor.application.transaction.port.Transactions} promises. */
public abstract class TransactionsContract extends StoreContract {

    @Test
    void transactions_of_every_type_are_found_as_they_were_stored() {
        var payin = posted(aDepositTo(account, usd("100.00")));
        var trade = posted(aTradeOf(stored(aLiveQuoteOf(account))));
        var cryptoPayout = posted(aCryptoPayoutTo(stored(aCryptoBeneficiaryOf(account)), usdc("9.000000")));
        posted(aDepositTo(account, eur("5.00")));
        var fiatPayout = posted(aFiatPayout());

        for (var transaction : List.of(payin, trade, cryptoPayout, fiatPayout)) {
            assertThat(store.transactions().find(organization.id(), transaction.id())).contains(transaction);
        }
    }

    @Test
    void another_organization_sees_none() {
        var payin = posted(aDepositTo(account, usd("100.00")));
        var stranger = stored(anOrganization());

        assertThat(store.transactions().find(stranger.id(), payin.id())).isEmpty();
        assertThat(store.transactions().page(stranger.id(), TransactionFilter.ALL, PageRequest.first()).items()).isEmpty();
        assertThat(store.transactions().ledger(stranger.id(), account.id(), PageRequest.first()).items()).isEmpty();
    }

    @Test
    void a_transaction_moves_from_state_to_state() {
        posted(aDepositTo(account, usdc("9.000000")));
        var payout = posted(aCryptoPayoutTo(stored(aCryptoBeneficiaryOf(account)), usdc("9.000000")));

        var declined = posted(payout.decline(NOON.plusSeconds(9)));

        assertThat(store.transactions().find(organization.id(), payout.id())).contains(declined);
        assertThat(declined.status()).isEqualTo(TransactionStatus.DECLINED);
    }

    @Test
    void filters_narrow_the_list() {
        var other = stored(anAccountOf(organization));
        var elsewhere = posted(aDepositTo(other, usd("1.00")));
        var payin = posted(aDepositTo(account, usdc("10.000000")));
        var payout = posted(aCryptoPayoutTo(stored(aCryptoBeneficiaryOf(account)), usdc("9.000000")));

        assertThat(page(TransactionFilter.ALL)).containsExactly(payout, payin, elsewhere);
        assertThat(page(TransactionFilter.ofAccount(account.id()))).containsExactly(payout, payin);
        assertThat(page(filter(Set.of(TransactionType.FIAT_PAYIN, TransactionType.CRYPTO_PAYOUT), Set.of())))
                .containsExactly(payout, elsewhere);
        assertThat(page(filter(Set.of(), Set.of(TransactionStatus.LOCKED)))).containsExactly(payout);
        assertThat(page(createdBetween(NOON, NOON))).hasSize(3);
        assertThat(page(createdBetween(NOON.plusMillis(1), NOON.plusSeconds(1)))).isEmpty();
    }

    @Test
    void pages_run_from_the_newest_and_stay_stable_while_transactions_are_added() {
        var oldest = posted(aDepositTo(account, usd("1.00")));
        var middle = posted(aDepositTo(account, usd("2.00")));
        var newest = posted(aDepositTo(account, usd("3.00")));

        var first = page(TransactionFilter.ALL, new PageRequest<>(2, Optional.empty()));
        posted(aDepositTo(account, usd("4.00")));
        var second = page(TransactionFilter.ALL, new PageRequest<>(2, Optional.of(middle.id())));

        assertThat(first).containsExactly(newest, middle);
        assertThat(second).containsExactly(oldest);
    }

    @Test
    void the_ledger_shows_every_entry_with_the_running_balance_of_its_bucket() {
        posted(aDepositTo(account, usdc("10.000000")));
        var payout = posted(aCryptoPayoutTo(stored(aCryptoBeneficiaryOf(account)), usdc("4.000000")));
        posted(payout.complete(NOON));

        var lines = store.transactions().ledger(organization.id(), account.id(), PageRequest.first()).items();

        assertThat(lines)
                .extracting(LedgerLine::bucket, LedgerLine::amount, LedgerLine::balanceAfter)
                .containsExactly(
                        tuple(Bucket.LOCKED, usdc("-4.000000"), usdc("0.000000")),
                        tuple(Bucket.LOCKED, usdc("4.000000"), usdc("4.000000")),
                        tuple(Bucket.AVAILABLE, usdc("-4.000000"), usdc("6.000000")),
                        tuple(Bucket.AVAILABLE, usdc("10.000000"), usdc("10.000000")));
        assertThat(lines.get(0).transaction()).isEqualTo(payout.id());
        assertThat(lines.get(0).line()).isEqualTo(3);
    }

    @Test
    void the_ledger_is_read_page_by_page() {
        posted(aDepositTo(account, usd("1.00")));
        posted(aDepositTo(account, usd("2.00")));
        posted(aDepositTo(account, usd("3.00")));

        var first = store.transactions().ledger(organization.id(), account.id(), new PageRequest<>(2, Optional.empty()));
        var last = first.items().getLast().number();
        var second = store.transactions().ledger(organization.id(), account.id(), new PageRequest<>(2, Optional.of(last)));

        assertThat(first.items()).extracting(LedgerLine::amount).containsExactly(usd("3.00"), usd("2.00"));
        assertThat(first.hasMore()).isTrue();
        assertThat(second.items()).extracting(LedgerLine::amount).containsExactly(usd("1.00"));
        assertThat(second.hasMore()).isFalse();
    }

    private Movement aFiatPayout() {
        var beneficiary = stored(aBankBeneficiaryOf(account));
        var details = new FiatPayout(beneficiary.id(), BankMethod.SEPA, "Deutsche Bank", "DEUTDEFF", "", "DE89370400440532013000");
        return Transaction.payout(
                new TransactionId(new SequentialIds().next()),
                organization.id(),
                account.id(),
                eur("5.00"),
                details,
                Memo.EMPTY,
                NOON);
    }

    private TransactionFilter filter(Set<TransactionType> types, Set<TransactionStatus> statuses) {
        return new TransactionFilter(Optional.empty(), types, statuses, Optional.empty(), Optional.empty());
    }

    private TransactionFilter createdBetween(Instant from, Instant until) {
        return new TransactionFilter(Optional.empty(), Set.of(), Set.of(), Optional.of(from), Optional.of(until));
    }

    private List<Transaction> page(TransactionFilter filter) {
        return page(filter, PageRequest.first());
    }

    private List<Transaction> page(TransactionFilter filter, PageRequest<TransactionId> request) {
        return store.transactions().page(organization.id(), filter, request).items();
    }
}
