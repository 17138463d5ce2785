package dev.corridor.persistence.books;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aLiveQuoteOf;
import static dev.corridor.testing.Fixtures.usd;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.books.Subjects;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.SequentialIds;
import dev.corridor.testing.Store;
import dev.corridor.testing.StoreContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of damage is planted by a superuser, because the service's own role could not do it, and must be found. */
class BooksVerifierTest extends StoreContract {

    private TestDatabase database;
    private PostgresStore postgres;
    private Quote unusedQuote;
    private Transaction deposit;
    private Transaction trade;
    private Transaction openPayout;

    @Override
    protected Store store() {
        database = TestDatabase.create();
        postgres = PostgresStore.on(database.dataSource());
        return postgres;
    }

    @BeforeEach
    void money_has_moved_in_every_way() {
        deposit = posted(aDepositTo(account, usd("250.00")));
        unusedQuote = stored(aLiveQuoteOf(account));
        trade = executed(stored(aLiveQuoteOf(account)));
        var beneficiary = stored(aCryptoBeneficiaryOf(account));
        openPayout = posted(aCryptoPayoutTo(beneficiary, usdc("10.000000")));
        posted(posted(aCryptoPayoutTo(beneficiary, usdc("20.000000"))).complete(NOON));
        posted(posted(aCryptoPayoutTo(beneficiary, usdc("30.000000"))).decline(NOON));
    }

    @AfterEach
    void close() {
        postgres.close();
        database.close();
    }

    @Test
    void books_that_add_up_show_no_difference() {
        assertThat(differences()).isEmpty();
    }

    @Test
    void money_from_nowhere_is_found() {
        damage("update entries set amount = amount + 1 where house_account = 'FX' and amount > 0");

        assertThat(differences())
                .containsExactly(new Difference(
                        "unbalanced_transaction",
                        Map.of(
                                "organizationId", organization.id().toString(),
                                "transactionId", trade.id().toString(),
                                "asset", "USD",
                                "sum", "1")));
    }

    @Test
    void a_balance_that_its_entries_do_not_explain_is_found() {
        damage("update balances set available = available + 5 where asset = 'USD'");

        assertThat(checks()).containsExactly("balance_differs_from_entries", "newest_entry_differs_from_balance");
        assertThat(differences().getFirst().facts())
                .containsEntry("accountId", account.id().toString())
                .containsEntry("asset", "USD")
                .containsEntry("available", "15005")
                .containsEntry("availableByEntries", "15000");
    }

    @Test
    void a_balance_without_entries_is_found() {
        damage("insert into balances select account_id, 'EUR', organization_id, 7, 0 from accounts");

        assertThat(checks()).containsExactly("balance_differs_from_entries");
    }

    @Test
    void entries_without_their_balance_are_found() {
        damage("delete from balances where asset = 'USD'");

        assertThat(checks()).containsExactly("balance_differs_from_entries", "newest_entry_differs_from_balance");
        assertThat(differences().getFirst().facts()).containsEntry("available", "null").containsEntry("availableByEntries", "15000");
    }

    @Test
    void a_rewritten_running_balance_is_found_where_the_chain_breaks() {
        damage("update entries set balance_after = balance_after + 1 where house_account is null and transaction_id = '"
                + trade.id().uuid() + "' and asset = 'USD'");

        assertThat(checks()).containsExactly("running_balance_broken", "newest_entry_differs_from_balance");
        assertThat(differences().getFirst().facts())
                .containsEntry("transactionId", trade.id().toString())
                .containsEntry("line", "1")
                .containsEntry("balanceBefore", "25000")
                .containsEntry("amount", "-10000")
                .containsEntry("balanceAfter", "15001");
    }

    @Test
    void a_deleted_movement_is_found() {
        damage("delete from entries where transaction_id = '" + deposit.id().uuid() + "'");

        assertThat(checks()).contains("balance_differs_from_entries", "running_balance_broken");
    }

    @Test
    void money_locked_for_nothing_is_found() {
        damage("update transactions set status = 'COMPLETED' where transaction_id = '" + openPayout.id().uuid() + "'");

        assertThat(differences())
                .containsExactly(new Difference(
                        "locked_differs_from_open_payouts",
                        Map.of(
                                "organizationId", organization.id().toString(),
                                "accountId", account.id().toString(),
                                "asset", "USDC",
                                "locked", "10000000",
                                "lockedByOpenPayouts", "0")));
    }

    @Test
    void a_used_quote_without_its_trade_is_found() {
        damage("update quotes set executed_at = issued_at where quote_id = '" + unusedQuote.id().uuid() + "'");

        assertThat(checks()).containsExactly("used_quote_without_trade");
        assertThat(differences().getFirst().facts()).containsEntry("quoteId", unusedQuote.id().toString());
    }

    @Test
    void a_trade_whose_quote_is_unused_is_found() {
        damage("update quotes set executed_at = null");

        assertThat(checks()).containsExactly("trade_of_unused_quote");
        assertThat(differences().getFirst().facts()).containsEntry("transactionId", trade.id().toString());
    }

    private Transaction executed(Quote quote) {
        return store.books().decide(Subjects.quote(organization.id(), quote.id()), open -> {
            var completed = open.quote(quote.id()).execute(NOON);
            open.record(completed);
            return open.post(Transaction.trade(new TransactionId(new SequentialIds().next()), completed));
        });
    }

    private void damage(String statement) {
        int rows = Jdbi.create(database.superuser()).withHandle(handle -> handle.execute(statement));
        assertThat(rows).isPositive();
    }

    private List<Difference> differences() {
        var found = new ArrayList<Difference>();
        new BooksVerifier(database.dataSource()).verify(found::add);
        return found;
    }

    private List<String> checks() {
        return differences().stream().map(Difference::check).toList();
    }
}
