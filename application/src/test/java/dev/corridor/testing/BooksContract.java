package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aLiveQuoteOf;
import static dev.corridor.testing.Fixtures.aReferenceOf;
import static dev.corridor.testing.Fixtures.aReversed;
import static dev.corridor.testing.Fixtures.aTradeOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.theReversalOf;
import static dev.corridor.testing.Fixtures.usd;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.books.Subjects;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteError.QuoteAlreadyUsed;
import dev.corridor.domain.quote.QuoteError.QuoteNotFound;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.reference.Reference.Kind;
import dev.corridor.domain.reference.ReferenceError.ReferenceTaken;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionError.TransactionAlreadyReversed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What {@link dev.corridor.application.books.Books} promises. */
public abstract class BooksContract extends StoreContract {

    private static final int CROWD = 64;

    @Test
    void a_decision_sees_what_it_named_with_its_account_and_balances() {
        posted(aDepositTo(account, usd("250.00")));
        var quote = stored(aLiveQuoteOf(account));

        var trade = execute(quote);

        assertThat(trade.account()).isEqualTo(account.id());
        assertThat(store.quotes().find(organization.id(), quote.id())).contains(quote.execute(NOON));
        assertThat(store.transactions().find(organization.id(), trade.id())).contains(trade);
        assertThat(store.accounts().balances(organization.id(), account.id()))
                .containsExactly(
                        new Balance(account.id(), usd("150.00"), usd("0.00"), NOON),
                        new Balance(account.id(), usdc("99.970000"), usdc("0.000000"), NOON));
    }

    @Test
    void a_decision_that_throws_leaves_no_trace() {
        posted(aDepositTo(account, usd("250.00")));
        var quote = stored(aLiveQuoteOf(account));

        assertThatThrownBy(() -> store.books().decide(Subjects.quote(organization.id(), quote.id()), open -> {
            open.record(quote.execute(NOON));
            open.post(aTradeOf(quote));
            throw new IllegalStateException("planted");
        }))
                .hasMessage("planted");

        assertThat(store.quotes().find(organization.id(), quote.id())).contains(quote);
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("250.00"));
    }

    @Test
    void a_refusal_arrives_as_the_business_error_it_is() {
        posted(aDepositTo(account, usd("99.99")));
        var quote = stored(aLiveQuoteOf(account));

        assertRefused(() -> execute(quote), new InsufficientFunds(account.id(), usd("100.00"), usd("99.99")));
        assertThat(store.quotes().find(organization.id(), quote.id())).contains(quote);
    }

    @Test
    void another_organization_sees_nothing() {
        var quote = stored(aLiveQuoteOf(account));
        var stranger = stored(anOrganization());

        assertRefused(
                () -> store.books().decide(Subjects.account(stranger.id(), account.id()), open -> open.account(account.id())),
                new AccountNotFound(account.id()));
        assertRefused(
                () -> store.books().decide(Subjects.quote(stranger.id(), quote.id()), open -> open.quote(quote.id())),
                new QuoteNotFound(quote.id()));
    }

    @Test
    void what_does_not_exist_is_not_found() {
        var unknown = aLiveQuoteOf(account).id();

        assertRefused(
                () -> store.books().decide(Subjects.quote(organization.id(), unknown), open -> open.quote(unknown)),
                new QuoteNotFound(unknown));
    }

    @Test
    void a_quote_executed_by_a_crowd_becomes_one_trade() throws Exception {
        posted(aDepositTo(account, usd("100000.00")));
        var quote = stored(aLiveQuoteOf(account));

        var outcomes = atOnce(CROWD, () -> execute(quote));

        assertThat(outcomes).filteredOn(Transaction.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(QuoteAlreadyUsed.class::isInstance).hasSize(CROWD - 1);
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("99900.00"));
    }

    @Test
    void a_crowd_of_payouts_spends_no_more_than_there_is() throws Exception {
        var beneficiary = stored(aCryptoBeneficiaryOf(account));
        posted(aDepositTo(account, usdc("105.000000")));

        var outcomes = atOnce(CROWD, () -> posted(aCryptoPayoutTo(beneficiary, usdc("10.000000"))));

        assertThat(outcomes).filteredOn(Transaction.class::isInstance).hasSize(10);
        assertThat(outcomes).filteredOn(InsufficientFunds.class::isInstance).hasSize(CROWD - 10);
        assertThat(balance(account, usdc("0"))).isEqualTo(new Balance(account.id(), usdc("5.000000"), usdc("100.000000"), NOON));
    }

    @Test
    void first_deposits_of_an_asset_that_come_at_once_all_count() throws Exception {
        var fresh = stored(anAccountOf(organization));

        var outcomes = atOnce(CROWD, () -> posted(aDepositTo(fresh, usd("1.00"))));

        assertThat(outcomes).allMatch(Transaction.class::isInstance);
        assertThat(balance(fresh, usd("0")).available()).isEqualTo(usd("64.00"));
    }

    @Test
    void a_payout_is_ended_once_however_many_try() throws Exception {
        var beneficiary = stored(aCryptoBeneficiaryOf(account));
        posted(aDepositTo(account, usdc("10.000000")));
        var payout = posted(aCryptoPayoutTo(beneficiary, usdc("10.000000")));

        var outcomes = atOnce(
                CROWD,
                () -> store.books()
                        .decide(
                                Subjects.transaction(organization.id(), payout.id()),
                                open -> open.post(open.transaction(payout.id()).complete(NOON))));

        assertThat(outcomes).filteredOn(Transaction.class::isInstance).hasSize(1);
        assertThat(balance(account, usdc("0"))).isEqualTo(new Balance(account.id(), usdc("0"), usdc("0"), NOON));
    }

    @Test
    void a_transaction_is_reversed_once_however_many_try() throws Exception {
        posted(aDepositTo(account, usd("100.00")));
        posted(aDepositTo(account, usdc("10000.000000")));
        var trade = execute(stored(aLiveQuoteOf(account)));

        var outcomes = atOnce(CROWD, () -> reverse(trade));

        assertThat(outcomes).filteredOn(Transaction.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(TransactionAlreadyReversed.class::isInstance).hasSize(CROWD - 1);
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("100.00"));
        assertThat(balance(account, usdc("0")).available()).isEqualTo(usdc("10000.000000"));
    }

    @Test
    void a_reference_names_one_thing_of_its_kind_in_an_organization() {
        for (var kind : Kind.values()) {
            var reference = aReferenceOf(organization, kind, "Invoice 7");
            var first = create(reference);

            assertRefused(() -> create(reference), new ReferenceTaken("Invoice 7", first));
            create(aReferenceOf(organization, kind, "Invoice 8"));
        }
        organization = stored(anOrganization());
        account = stored(anAccountOf(organization));
        create(aReferenceOf(organization, Kind.TRANSACTION, "Invoice 7"));
    }

    /** Each has an account of its own, so the account's lock does not order them. */
    @Test
    void a_reference_given_by_a_crowd_names_one_thing() throws Exception {
        for (var kind : Kind.values()) {
            var reference = aReferenceOf(organization, kind, "Invoice 7");

            var outcomes = atOnce(CROWD, () -> create(reference, stored(anAccountOf(organization))));

            var created = outcomes.stream().filter(String.class::isInstance).toList();
            assertThat(created).hasSize(1);
            assertThat(outcomes).filteredOn(new ReferenceTaken("Invoice 7", (String) created.getFirst())::equals).hasSize(CROWD - 1);
        }
    }

    @Test
    void a_declined_payout_releases_its_reference_and_keeps_it_on_record() {
        var reference = aReferenceOf(organization, Kind.TRANSACTION, "Invoice 7");
        var memo = new Memo(Optional.of(reference), "", List.of(), Map.of());
        posted(aDepositTo(account, usdc("9.000000")));
        var beneficiary = stored(aCryptoBeneficiaryOf(account));
        for (int attempt = 0; attempt < 3; attempt++) {
            var payout = posted(aCryptoPayoutTo(beneficiary, usdc("1.000000"), memo));
            assertRefused(
                    () -> posted(aCryptoPayoutTo(beneficiary, usdc("1.000000"), memo)),
                    new ReferenceTaken("Invoice 7", payout.id().toString()));

            var declined = posted(payout.decline(NOON));

            assertThat(store.transactions().find(organization.id(), declined.id())).contains(declined);
            assertThat(declined.memo().reference()).contains(reference);
        }
        var completed = posted(posted(aCryptoPayoutTo(beneficiary, usdc("1.000000"), memo)).complete(NOON));
        assertRefused(
                () -> posted(aCryptoPayoutTo(beneficiary, usdc("1.000000"), memo)),
                new ReferenceTaken("Invoice 7", completed.id().toString()));
    }

    @Test
    void an_archived_beneficiary_releases_its_reference() {
        var reference = Optional.of(aReferenceOf(organization, Kind.BENEFICIARY, "Supplier 7"));
        var former = stored(aCryptoBeneficiaryOf(account, reference));

        stored(former.archive(NOON));
        var next = stored(aCryptoBeneficiaryOf(account, reference));

        assertThat(store.beneficiaries().find(organization.id(), account.id(), next.id())).contains(next);
        assertRefused(() -> stored(aCryptoBeneficiaryOf(account, reference)), new ReferenceTaken("Supplier 7", next.id().toString()));
    }

    @Test
    void a_decision_cannot_record_a_reference_that_it_has_not_named() {
        var beneficiary = aCryptoBeneficiaryOf(account, Optional.of(aReferenceOf(organization, Kind.BENEFICIARY, "Supplier 7")));

        assertThatThrownBy(() -> store.books().decide(Subjects.account(organization.id(), account.id()), open -> {
            open.record(beneficiary);
            return beneficiary;
        }))
                .hasMessageContaining("is not among the subjects of the decision");
    }

    private String create(Reference reference) {
        return create(reference, account);
    }

    /** Something with that reference; answers its id. */
    private String create(Reference reference, Account into) {
        return switch (reference.kind()) {
            case ACCOUNT -> {
                var opened = Account.open(
                        new AccountId(new SequentialIds().next()), organization.id(), Optional.of(reference), "Treasury", "", false, NOON);
                yield store.books().decide(Subjects.organization(organization.id()).with(opened.reference()), open -> {
                    open.record(opened);
                    return opened.id().toString();
                });
            }
            case BENEFICIARY -> stored(aCryptoBeneficiaryOf(into, Optional.of(reference))).id().toString();
            case TRANSACTION -> {
                posted(aDepositTo(into, usdc("1.000000")));
                var memo = new Memo(Optional.of(reference), "", List.of(), Map.of());
                yield posted(aCryptoPayoutTo(stored(aCryptoBeneficiaryOf(into)), usdc("1.000000"), memo)).id().toString();
            }
        };
    }

    private Transaction reverse(Transaction transaction) {
        return store.books().decide(Subjects.transaction(organization.id(), transaction.id()), open -> {
            var reversed = aReversed(open.transaction(transaction.id()));
            open.record(reversed);
            return open.post(theReversalOf(reversed, NOON));
        });
    }

    private Transaction execute(Quote quote) {
        return store.books().decide(Subjects.quote(organization.id(), quote.id()), open -> {
            var completed = open.quote(quote.id()).execute(NOON);
            open.record(completed);
            return open.post(aTradeOf(quote));
        });
    }

    private static void assertRefused(ThrowingCallable decision, BusinessError expected) {
        assertThatThrownBy(decision).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error()).isEqualTo(expected));
    }

    /** Runs the action many times at the same moment and answers what each came to: its result, or the error it was refused with. */
    private static List<Object> atOnce(int times, Callable<?> action) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(times)) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return action.call();
                }));
            }
            start.countDown();
            var outcomes = new ArrayList<>();
            for (var future : running) {
                outcomes.add(outcome(future));
            }
            return outcomes;
        }
    }

    private static Object outcome(Future<?> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BusinessException refusal) {
                return refusal.error();
            }
            throw e;
        }
    }
}
