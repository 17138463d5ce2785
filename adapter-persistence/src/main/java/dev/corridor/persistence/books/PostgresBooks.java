package dev.corridor.persistence.books;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.Changes;
import dev.corridor.application.books.Decision;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.idempotency.Remembered;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.transaction.Details.CryptoPayout;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.account.AccountRows;
import dev.corridor.persistence.account.BalanceRows;
import dev.corridor.persistence.beneficiary.BeneficiaryRows;
import dev.corridor.persistence.idempotency.RememberedRows;
import dev.corridor.persistence.quote.QuoteRows;
import dev.corridor.persistence.transaction.EntryRows;
import dev.corridor.persistence.transaction.TransactionRows;
import dev.corridor.persistence.transaction.TransferRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The books on PostgreSQL: one database transaction per decision, in two round trips. The first begins, locks and reads; the second writes
 * everything and commits. (A beneficiary costs one more; a decision that records nothing, or throws, ends with a round trip of its own.)
 *
 * <p>The account's row is the lock of everything that belongs to the account: its balances, quotes, beneficiaries and transactions are
 * written by decisions only, and every decision on them locks the account first. One lock instead of many also covers what is not there
 * yet: a first balance of an asset is a row that nobody could lock. Accounts are locked in the order of their ids, so decisions on the same
 * accounts wait for one another and never in a circle. The lock leaves the key alone ({@code for no key update}), so the foreign keys of
 * others do not wait for it.
 *
 * <p>What is locked is read by later statements. In READ COMMITTED each statement sees what was committed before it began: a statement that
 * waits for the lock and reads the balances as well would see them as they were before it waited.
 *
 * <p>Almost everything that is checked is checked under the lock. The exception is the key of a request: two requests may be named alike and
 * touch different accounts, or none. The unique key of the records decides which was first; the other is undone, and decided again in
 * view of the first one's answer. That a quote has one trade, an entry is posted once and no balance is negative stands in the tables all the
 * same: a violation is a fault of the program, and is passed on as one.
 */
public final class PostgresBooks implements Books {

    private static final String ACCOUNT_OF_BENEFICIARY =
            "(select account_id from beneficiaries where beneficiary_id = :beneficiary and organization_id = :organization)";

    private static final String ACCOUNT_OF_QUOTE =
            "(select account_id from quotes where quote_id = :quote and organization_id = :organization)";

    private static final String ACCOUNT_OF_TRANSACTION =
            "(select account_id from transactions where transaction_id = :transaction and organization_id = :organization)";

    private static final String UNIQUE_VIOLATION = "23505";

    private final Jdbi jdbi;
    private final AccountRows accountRows;
    private final BalanceRows balanceRows;
    private final BeneficiaryRows beneficiaryRows;
    private final QuoteRows quoteRows;
    private final TransactionRows transactionRows;
    private final RememberedRows rememberedRows;

    public PostgresBooks(DataSource dataSource, AssetCatalogue assets) {
        this.jdbi = Database.on(dataSource);
        this.accountRows = new AccountRows();
        this.balanceRows = new BalanceRows(assets);
        this.beneficiaryRows = new BeneficiaryRows(assets);
        this.quoteRows = new QuoteRows(assets);
        this.transactionRows = new TransactionRows(assets);
        this.rememberedRows = new RememberedRows();
    }

    @Override
    public <R> R decide(Subjects subjects, Decision<R> decision) {
        try {
            return take(subjects, decision);
        } catch (JdbiException e) {
            if (!isUniqueViolation(e)) {
                throw e;
            }
            // A lost race is seen now, and a fault fails again.
            return take(subjects, decision);
        }
    }

    private static boolean isUniqueViolation(JdbiException e) {
        return e.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }

    private <R> R take(Subjects subjects, Decision<R> decision) {
        return jdbi.inTransaction(handle -> {
            var remembered = new ArrayList<Remembered>();
            var open = open(subjects, remembered, handle);
            var answer = decision.take(open);
            keep(subjects.organization(), open.changes(), remembered, handle);
            return answer;
        });
    }

    private OpenBooks open(Subjects subjects, List<Remembered> remembered, Handle handle) {
        var accounts = new ArrayList<Account>();
        var balances = new ArrayList<Balance>();
        var beneficiaries = new ArrayList<Beneficiary>();
        var quotes = new ArrayList<Quote>();
        var transactions = new ArrayList<Transaction>();

        var ofNamedAccounts = "where account_id = any(array[" + namedAccounts(subjects) + "]::uuid[]) and organization_id = :organization";
        var pipeline = new Pipeline()
                .bind("organization", subjects.organization().uuid())
                .query(AccountRows.SELECT + ofNamedAccounts + " order by account_id for no key update", accountRows, accounts::add)
                .query(BalanceRows.SELECT + ofNamedAccounts, balanceRows, balances::add);
        subjects.account().ifPresent(id -> pipeline.bind("account", id.uuid()));
        subjects.beneficiary().ifPresent(id -> pipeline.bind("beneficiary", id.uuid())
                .query(
                        BeneficiaryRows.SELECT + "where beneficiary_id = :beneficiary and organization_id = :organization",
                        beneficiaryRows,
                        beneficiaries::add));
        subjects.quote().ifPresent(id -> pipeline.bind("quote", id.uuid())
                .query(QuoteRows.SELECT + "where quote_id = :quote and organization_id = :organization", quoteRows, quotes::add));
        subjects.transaction().ifPresent(id -> pipeline.bind("transaction", id.uuid())
                .query(
                        TransactionRows.SELECT + "where transaction_id = :transaction and organization_id = :organization",
                        transactionRows,
                        transactions::add));
        subjects.idempotencyKey().ifPresent(key -> pipeline.bind("key", key.text())
                .bind("method", key.method())
                .bind("path", key.path())
                .query(
                        RememberedRows.SELECT
                                + "where idempotency_key = :key and organization_id = :organization and method = :method and path = :path",
                        rememberedRows,
                        remembered::add));
        pipeline.run(handle);
        return new OpenBooks(accounts, balances, beneficiaries, quotes, transactions, remembered);
    }

    /** Whatever is named comes with its account. Nothing ever moves to another account, so this may be looked up before the lock. */
    private static String namedAccounts(Subjects subjects) {
        var named = new StringJoiner(", ");
        subjects.account().ifPresent(id -> named.add(":account"));
        subjects.beneficiary().ifPresent(id -> named.add(ACCOUNT_OF_BENEFICIARY));
        subjects.quote().ifPresent(id -> named.add(ACCOUNT_OF_QUOTE));
        subjects.transaction().ifPresent(id -> named.add(ACCOUNT_OF_TRANSACTION));
        return named.toString();
    }

    /** The commit travels with what it commits. Should anything before it fail, the server does not come to it. */
    private static void keep(OrganizationId organization, Changes changes, List<Remembered> remembered, Handle handle) {
        lastOfEach(changes.beneficiaries(), Beneficiary::id).forEach(beneficiary -> BeneficiaryRows.record(beneficiary, handle));
        var transactions = lastOfEach(changes.transactions(), Transaction::id);
        var pipeline = new Pipeline();
        AccountRows.record(changes.accounts(), pipeline);
        QuoteRows.record(lastOfEach(changes.quotes(), Quote::id), pipeline);
        TransactionRows.record(transactions, pipeline);
        EntryRows.append(changes.entries(), pipeline);
        BalanceRows.record(organization, changes.balances(), pipeline);
        TransferRows.record(changes.transfers(), pipeline);
        TransferRows.end(transactions.stream().filter(PostgresBooks::isEndedCryptoPayout).toList(), pipeline);
        RememberedRows.forget(changes.forgotten(), pipeline);
        RememberedRows.record(changes.answers(), changes.answers().isEmpty() ? List.of() : remembered, pipeline);
        if (!pipeline.isEmpty()) {
            pipeline.update("commit").run(handle);
        }
    }

    private static boolean isEndedCryptoPayout(Transaction transaction) {
        return transaction.details() instanceof CryptoPayout && transaction.status() != TransactionStatus.LOCKED;
    }

    /** A statement may write each row once: of several states that a decision recorded of one thing, the last counts. */
    private static <T, K> List<T> lastOfEach(List<T> recorded, Function<T, K> id) {
        var last = new LinkedHashMap<K, T>();
        recorded.forEach(thing -> last.put(id.apply(thing), thing));
        return List.copyOf(last.values());
    }
}
