package dev.corridor.testing;

import static dev.corridor.domain.money.Asset.USDC;
import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aBankBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aLiveQuoteOf;
import static dev.corridor.testing.Fixtures.aReferenceOf;
import static dev.corridor.testing.Fixtures.aReversed;
import static dev.corridor.testing.Fixtures.aTradeOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.eur;
import static dev.corridor.testing.Fixtures.theReversalOf;
import static dev.corridor.testing.Fixtures.usd;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.corridor.application.PageRequest;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.account.Bucket;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.reference.Reference.Kind;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.transaction.Details.FiatPayout;
import dev.corridor.domain.transaction.Entry;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Movement;
import dev.corridor.domain.transaction.Statement;
import dev.corridor.domain.transaction.Statement.Line;
import dev.corridor.domain.transaction.Statement.Period;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionFilter.Amounts;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.domain.transaction.TransactionType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link dev.corridor.application.transaction.port.Transactions} promises. */
public abstract class TransactionsContract extends StoreContract {

    @Test
    void the_entries_of_a_transaction_are_read_in_the_order_of_lines_and_by_its_organization_alone() {
        var deposit = posted(aDepositTo(account, usdc("9.000000")));
        var payout = posted(aCryptoPayoutTo(stored(aCryptoBeneficiaryOf(account)), usdc("4.000000")));
        posted(payout.complete(NOON.plusSeconds(10)));

        assertThat(store.transactions().entries(organization.id(), payout.id()))
                .extracting(Entry::line, Entry::bucket, Entry::amount, Entry::balanceAfter)
                .containsExactly(
                        tuple(1, Bucket.AVAILABLE, usdc("-4.000000"), usdc("5.000000")),
                        tuple(2, Bucket.LOCKED, usdc("4.000000"), usdc("4.000000")),
                        tuple(3, Bucket.LOCKED, usdc("-4.000000"), usdc("0.000000")));
        assertThat(store.transactions().entries(organization.id(), deposit.id())).hasSize(1);
        assertThat(store.transactions().entries(stored(anOrganization()).id(), payout.id())).isEmpty();
    }

    @Test
    void a_payout_is_found_by_its_hash_and_by_its_organization_alone() {
        posted(aDepositTo(account, usdc("9.000000")));
        var movement = aCryptoPayoutTo(stored(aCryptoBeneficiaryOf(account)), usdc("4.000000"));
        var sent = posted(new Movement(movement.transaction().sentAs("0xabc"), movement.postings()));

        assertThat(store.transactions().findByHash(organization.id(), "0xabc")).containsExactly(sent);
        assertThat(store.transactions().findByHash(organization.id(), "0xdef")).isEmpty();
        assertThat(store.transactions().findByHash(stored(anOrganization()).id(), "0xabc")).isEmpty();
    }

    @Test
    void transactions_of_every_type_are_found_as_they_were_stored() {
        var payin = posted(aDepositTo(account, usd("100.00")));
        var trade = posted(aTradeOf(stored(aLiveQuoteOf(account))));
        var cryptoPayout = posted(aCryptoPayoutTo(stored(aCryptoBeneficiaryOf(account)), usdc("9.000000")));
        posted(aDepositTo(account, eur("5.00")));
        posted(aDepositTo(account, eur("0.31")));
        var fiatPayout = posted(aFiatPayout());

        for (var transaction : List.of(payin, trade, cryptoPayout, fiatPayout)) {
            assertThat(store.transactions().find(organization.id(), transaction.id())).contains(transaction);
        }
    }

    @Test
    void an_operator_finds_its_owner() {
        var payin = posted(aDepositTo(account, usd("100.00")));

        assertThat(store.transactions().owner(payin.id())).contains(organization.id());
        assertThat(store.transactions().owner(new TransactionId(account.id().uuid()))).isEmpty();
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
    void a_payout_is_the_first_until_one_was_made_that_was_not_declined() {
        posted(aDepositTo(account, usdc("9.000000")));
        var wallet = stored(aCryptoBeneficiaryOf(account));
        var other = stored(aCryptoBeneficiaryOf(account));
        var stranger = stored(anOrganization());

        assertThat(store.transactions().isFirstPayout(organization.id(), account.id(), wallet.id())).isTrue();
        var payout = posted(aCryptoPayoutTo(wallet, usdc("9.000000")));
        assertThat(store.transactions().isFirstPayout(organization.id(), account.id(), wallet.id())).isFalse();
        assertThat(store.transactions().isFirstPayout(organization.id(), account.id(), other.id())).isTrue();
        posted(payout.decline(NOON.plusSeconds(9)));
        assertThat(store.transactions().isFirstPayout(organization.id(), account.id(), wallet.id())).isTrue();
        assertThat(store.transactions().isFirstPayout(stranger.id(), account.id(), wallet.id())).isFalse();
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
    void filters_look_at_the_beneficiary_the_notes_and_the_amount() {
        var reference = aReferenceOf(organization, Kind.TRANSACTION, "Order 7");
        var memo = new Memo(Optional.of(reference), "", List.of(), Map.of("shop", "7", "clerk", "A \"B\" 汉"));
        posted(aDepositTo(account, usdc("10.000000")));
        var wallet = stored(aCryptoBeneficiaryOf(account));
        var other = posted(aCryptoPayoutTo(stored(aCryptoBeneficiaryOf(account)), usdc("3.000000")));
        var declined = posted(posted(aCryptoPayoutTo(wallet, usdc("1.000000"), memo)).decline(NOON));
        var payout = posted(aCryptoPayoutTo(wallet, usdc("2.000000"), memo));
        var usdc = Amounts.of(USDC);

        assertThat(page(where(Optional.of(wallet.id()), Optional.empty(), Map.of(), Optional.empty()))).containsExactly(payout, declined);
        assertThat(page(where(Optional.empty(), Optional.of(reference), Map.of(), Optional.empty()))).containsExactly(payout, declined);
        assertThat(page(where(Optional.empty(), Optional.of(aReferenceOf(organization, Kind.TRANSACTION, "7")), Map.of(), Optional.empty())))
                .isEmpty();
        assertThat(page(with(Map.of("shop", "7")))).containsExactly(payout, declined);
        assertThat(page(with(memo.metadata()))).containsExactly(payout, declined);
        assertThat(page(with(Map.of("shop", "7", "clerk", "B")))).isEmpty();
        assertThat(page(of(Amounts.of(usd("0").asset())))).isEmpty();
        assertThat(page(of(usdc.exactly(usdc("2.000000"))))).containsExactly(payout);
        assertThat(page(of(usdc.atLeast(usdc("2.000000")).atMost(usdc("3.000000"))))).containsExactly(payout, other);
        assertThat(page(of(usdc.atMost(usdc("2.000000"))))).containsExactly(payout, declined);
    }

    private static TransactionFilter with(Map<String, String> metadata) {
        return where(Optional.empty(), Optional.empty(), metadata, Optional.empty());
    }

    private static TransactionFilter of(Amounts amounts) {
        return where(Optional.empty(), Optional.empty(), Map.of(), Optional.of(amounts));
    }

    private static TransactionFilter where(
            Optional<BeneficiaryId> beneficiary, Optional<Reference> reference, Map<String, String> metadata, Optional<Amounts> amounts) {
        return new TransactionFilter(
                Optional.empty(), beneficiary, reference, Set.of(), Set.of(), metadata, amounts, Optional.empty(), Optional.empty());
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
                .extracting(Entry::bucket, Entry::amount, Entry::balanceAfter)
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
        var last = first.items().getLast().position();
        var second = store.transactions().ledger(organization.id(), account.id(), new PageRequest<>(2, Optional.of(last)));

        assertThat(first.items()).extracting(Entry::amount).containsExactly(usd("3.00"), usd("2.00"));
        assertThat(first.hasMore()).isTrue();
        assertThat(second.items()).extracting(Entry::amount).containsExactly(usd("1.00"));
        assertThat(second.hasMore()).isFalse();
    }

    @Test
    void a_page_of_the_ledger_may_end_between_the_sides_of_a_posting() {
        posted(aDepositTo(account, usdc("10.000000")));
        posted(aDepositTo(account, usd("1.00")));
        posted(aCryptoPayoutTo(stored(aCryptoBeneficiaryOf(account)), usdc("4.000000")));
        var whole = store.transactions().ledger(organization.id(), account.id(), PageRequest.first()).items();

        var entries = new ArrayList<Entry>();
        var after = Optional.<Entry.Position>empty();
        do {
            var page = store.transactions().ledger(organization.id(), account.id(), new PageRequest<>(1, after));
            entries.addAll(page.items());
            after = page.hasMore() ? Optional.of(entries.getLast().position()) : Optional.empty();
        } while (after.isPresent());

        assertThat(entries).isEqualTo(whole).extracting(Entry::line).containsExactly(2, 1, 2, 2);
    }

    @Test
    void what_is_posted_later_stands_above_whatever_its_asset_and_its_clock() {
        posted(aDepositTo(account, usd("1.00"), NOON.plusSeconds(2)));
        posted(aDepositTo(account, usdc("1.000000"), NOON));

        var entries = store.transactions().ledger(organization.id(), account.id(), PageRequest.first()).items();

        assertThat(entries).extracting(Entry::amount).containsExactly(usdc("1.000000"), usd("1.00"));
        assertThat(entries).extracting(Entry::postedAt).containsOnly(NOON.plusSeconds(2));
    }

    @Test
    void a_reversed_transaction_knows_by_what_and_the_reversal_what_it_reverses() {
        posted(aDepositTo(account, usd("100.00")));
        var trade = posted(aTradeOf(stored(aLiveQuoteOf(account))));

        var reversal = reversed(trade);

        assertThat(store.transactions().find(organization.id(), reversal.id())).contains(reversal);
        var read = store.transactions().find(organization.id(), trade.id()).orElseThrow();
        assertThat(read.reversedBy()).contains(reversal.id());
        assertThat(read.updatedAt()).isEqualTo(trade.updatedAt());
        assertThat(page(TransactionFilter.ALL)).startsWith(reversal, read);
        assertThat(page(filter(Set.of(TransactionType.ADJUSTMENT), Set.of()))).containsExactly(reversal);
    }

    @Test
    void a_statement_begins_with_what_there_was_and_shows_every_step_since_in_order() {
        posted(aDepositTo(account, usdc("10.000000")));
        posted(aDepositTo(account, usd("5.00"), NOON.plusSeconds(1)));
        var deposit = posted(aDepositTo(account, usdc("1.000000"), NOON.plusSeconds(1)));
        var payout = posted(aCryptoPayoutTo(stored(aCryptoBeneficiaryOf(account)), usdc("4.000000")));
        posted(payout.complete(NOON.plusSeconds(2)));
        posted(aDepositTo(account, usdc("7.000000"), NOON.plusSeconds(3)));

        var statement = statement(NOON.plusSeconds(1), NOON.plusSeconds(3));

        assertThat(statement.opening()).isEqualTo(new Balance(account.id(), usdc("10.000000"), usdc("0"), NOON));
        assertThat(statement.lines())
                .extracting(Line::transaction, Line::type, Line::description, Line::amount, line -> line.after().available())
                .containsExactly(
                        tuple(deposit.id(), TransactionType.CRYPTO_PAYIN, "", usdc("1.000000"), usdc("11.000000")),
                        tuple(payout.id(), TransactionType.CRYPTO_PAYOUT, "Invoice 7", usdc("0"), usdc("7.000000")),
                        tuple(payout.id(), TransactionType.CRYPTO_PAYOUT, "Invoice 7", usdc("-4.000000"), usdc("7.000000")));
        assertThat(statement.closing()).isEqualTo(new Balance(account.id(), usdc("7.000000"), usdc("0"), NOON.plusSeconds(2)));
    }

    @Test
    void a_statement_begins_with_what_the_one_before_has_left_and_repeats_nothing() {
        for (int second : List.of(0, 2, 1, 1, 3)) {
            posted(aDepositTo(account, usdc("1.000000"), NOON.plusSeconds(second)));
        }

        var all = statement(NOON, NOON.plusSeconds(9));
        var first = statement(NOON, NOON.plusSeconds(2));
        var second = statement(NOON.plusSeconds(2), NOON.plusSeconds(9));

        assertThat(first.closing()).isEqualTo(second.opening());
        assertThat(Stream.concat(first.lines().stream(), second.lines().stream())).containsExactlyElementsOf(all.lines());
        assertThat(second.closing()).isEqualTo(balance(account, usdc("0")));
    }

    @Test
    void a_statement_is_complete_or_not_given() {
        posted(aDepositTo(account, usdc("9.000000")));
        posted(aCryptoPayoutTo(stored(aCryptoBeneficiaryOf(account)), usdc("4.000000")));
        var period = new Period(NOON, NOON.plusSeconds(1));

        assertThat(store.transactions().statement(organization.id(), account.id(), USDC, period, 2)).isEmpty();
        assertThat(store.transactions().statement(organization.id(), account.id(), USDC, period, 3)).isPresent();
    }

    @Test
    void another_organization_gets_an_empty_statement() {
        posted(aDepositTo(account, usdc("9.000000")));
        var stranger = stored(anOrganization());
        var period = new Period(NOON, NOON.plusSeconds(1));

        var statement = store.transactions().statement(stranger.id(), account.id(), USDC, period, 10).orElseThrow();

        assertThat(statement).isEqualTo(new Statement(period, Balance.zero(account.id(), USDC), List.of()));
    }

    private Statement statement(Instant from, Instant until) {
        return store.transactions()
                .statement(organization.id(), account.id(), USDC, new Period(from, until), 100)
                .orElseThrow();
    }

    private Transaction reversed(Transaction transaction) {
        return store.books().decide(Subjects.transaction(organization.id(), transaction.id()), open -> {
            var reversed = aReversed(open.transaction(transaction.id()));
            open.record(reversed);
            return open.post(theReversalOf(reversed, NOON));
        });
    }

    private Movement aFiatPayout() {
        var beneficiary = stored(aBankBeneficiaryOf(account));
        var details = new FiatPayout(beneficiary.id(), BankMethod.SEPA, "Deutsche Bank", "DEUTDEFF", "", "DE89370400440532013000",
                new FeeSchedule(eur("0.30"), 25).on(eur("5.00")));
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
        return TransactionFilter.of(Optional.empty(), types, statuses, Optional.empty(), Optional.empty());
    }

    private TransactionFilter createdBetween(Instant from, Instant until) {
        return TransactionFilter.of(Optional.empty(), Set.of(), Set.of(), Optional.of(from), Optional.of(until));
    }

    private List<Transaction> page(TransactionFilter filter) {
        return page(filter, PageRequest.first());
    }

    private List<Transaction> page(TransactionFilter filter, PageRequest<TransactionId> request) {
        return store.transactions().page(organization.id(), filter, request).items();
    }
}
