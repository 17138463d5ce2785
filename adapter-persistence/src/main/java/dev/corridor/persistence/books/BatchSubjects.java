package dev.corridor.persistence.books;

import dev.corridor.application.books.Moment;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.funding.ReceiptId;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.OpenQuotes;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.ArrayType.Values;
import dev.corridor.persistence.BooksTime;
import dev.corridor.persistence.ColumnTypes;
import dev.corridor.persistence.DatabaseTime;
import dev.corridor.persistence.Statement;
import dev.corridor.persistence.Statements;
import dev.corridor.persistence.account.AccountRows;
import dev.corridor.persistence.account.BalanceRows;
import dev.corridor.persistence.beneficiary.BeneficiaryRows;
import dev.corridor.persistence.funding.ReceiptRows;
import dev.corridor.persistence.idempotency.IdempotencyRows;
import dev.corridor.persistence.organization.ResidenceRows;
import dev.corridor.persistence.organization.StandingRows;
import dev.corridor.persistence.quote.OpenQuoteRows;
import dev.corridor.persistence.quote.QuoteRows;
import dev.corridor.persistence.transaction.PayoutTermRows;
import dev.corridor.persistence.transaction.PayoutTermRows.Asked;
import dev.corridor.persistence.transaction.TransactionRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Locks and reads what the decisions of a batch name, in one round trip.
 *
 * <p>The account's row is the lock for everything that belongs to the account: its balances, quotes, beneficiaries and transactions are written
 * by decisions only, and every decision locks the account first. One lock also covers rows that do not exist yet, such as the first balance of an
 * asset. Accounts are locked in the order of their ids, so batches that share accounts cannot deadlock. The lock leaves the key alone
 * ({@code for no key update}), so foreign-key checks of others do not wait for it.
 *
 * <p>Receipts belong to the house, so their rows are locked too, after the accounts. Tallies of payouts are the organization's, and are locked last, in one
 * order; a batch that has them waits for no other row that batches lock.
 *
 * <p>What callers may do is read behind the locks too, see {@link StandingRows}, and so is who is moving to another cell.
 *
 * <p>Later statements read what is locked. In READ COMMITTED each statement sees what was committed before it began; a statement that
 * both waits for the lock and reads balances would see them as they were before the wait. The time of the batch is read behind the lock
 * too, see {@link DatabaseTime}.
 */
final class BatchSubjects {

    static final Statement THESE_ACCOUNTS = Statement.of("?", ArrayType.UUIDS);

    /** Everything that is named belongs to an account. That never changes, so the account is looked up without a lock. */
    static final Statement ACCOUNTS_OF_BENEFICIARIES = accountsOf("beneficiaries", "beneficiary_id");
    static final Statement ACCOUNTS_OF_QUOTES = accountsOf("quotes", "quote_id");
    static final Statement ACCOUNTS_OF_TRANSACTIONS = accountsOf("transactions", "transaction_id");

    private static final String OF_THE_ACCOUNTS = " where account_id = any(" + Statements.GATHERED + ") and organization_id = any(?)";

    static final Statement LOCK_ACCOUNTS = Statement.of(
            "select " + AccountRows.COLUMNS + ", " + OpenQuoteRows.COLUMNS + " from accounts" + OF_THE_ACCOUNTS
                    + " order by account_id for no key update",
            ArrayType.UUIDS);

    static final Statement BALANCES = Statement.of(BalanceRows.SELECT + OF_THE_ACCOUNTS, ArrayType.UUIDS);

    /** One statement, because each batch has all three: the time, who is moving to another cell, and what each organization may do. */
    static final Statement CIRCUMSTANCES = Statement.of(
            "select circumstances.*, organization_id, status from (" + DatabaseTime.NOW + ", " + ResidenceRows.AWAY_AMONG
                    + " as away) as circumstances"
                    + " left join organizations on organization_id = any(?)",
            ArrayType.UUIDS,
            ArrayType.UUIDS);

    static final Statement BENEFICIARIES = select(BeneficiaryRows.SELECT, "beneficiary_id");
    static final Statement QUOTES = select(QuoteRows.SELECT, "quote_id");
    static final Statement TRANSACTIONS = select(TransactionRows.SELECT, "transaction_id");
    static final Statement CREDITS = select(TransactionRows.SELECT, "debit");

    private final BooksTime time;
    private final AccountRows accountRows;
    private final OpenQuoteRows openQuoteRows;
    private final BalanceRows balanceRows;
    private final BeneficiaryRows beneficiaryRows;
    private final QuoteRows quoteRows;
    private final TransactionRows transactionRows;
    private final PayoutTermRows payoutTermRows;
    private final ReceiptRows receiptRows;
    private final StandingRows standingRows = new StandingRows();
    private final IdempotencyRows rememberedRows;

    BatchSubjects(AssetCatalogue assets, BooksTime time) {
        this.time = time;
        this.accountRows = new AccountRows();
        this.openQuoteRows = new OpenQuoteRows();
        this.balanceRows = new BalanceRows(assets);
        this.beneficiaryRows = new BeneficiaryRows(assets);
        this.quoteRows = new QuoteRows(assets);
        this.transactionRows = new TransactionRows(assets);
        this.payoutTermRows = new PayoutTermRows(assets);
        this.receiptRows = new ReceiptRows(assets);
        this.rememberedRows = new IdempotencyRows();
    }

    private static Statement accountsOf(String table, String id) {
        return Statement.of("array(select account_id from " + table + named(id) + ")", ArrayType.UUIDS, ArrayType.UUIDS);
    }

    private static Statement select(String select, String id) {
        return Statement.of(select + named(id), ArrayType.UUIDS, ArrayType.UUIDS);
    }

    private static String named(String id) {
        return " where " + id + " = any(?) and organization_id = any(?)";
    }

    /**
     * @param subjects of at least one decision
     * @param statements to add to
     */
    BatchState read(List<Subjects> subjects, Statements statements, Handle handle) {
        var organizations = ArrayType.UUIDS.of(distinct(subjects.stream().map(Subjects::organization)), OrganizationId::uuid);
        var accounts = distinct(subjects.stream()
                .flatMap(each -> Stream.concat(each.account().stream(), each.otherAccount().stream()))
                .map(AccountId::uuid));
        var beneficiaries = new Named(named(subjects, Subjects::beneficiary, BeneficiaryId::uuid), organizations);
        var quotes = new Named(named(subjects, Subjects::quote, QuoteId::uuid), organizations);
        var transactions = new Named(named(subjects, Subjects::transaction, TransactionId::uuid), organizations);
        var credits = new Named(named(subjects, Subjects::debit, TransactionId::uuid), organizations);
        var priced = distinct(
                subjects.stream().flatMap(each -> each.fee().map(key -> new Asked(each.organization(), key, each.beneficiary())).stream()));
        var customersOfBrokers = subjects.stream()
                .map(Subjects::caller)
                .flatMap(Optional::stream)
                .filter(caller -> caller.broker().isPresent())
                .map(Caller::organization)
                .collect(Collectors.toSet());

        var state = new BatchState();
        if (!accounts.isEmpty()) {
            statements.gather(THESE_ACCOUNTS, ArrayType.UUIDS.of(accounts));
        }
        beneficiaries.gather(ACCOUNTS_OF_BENEFICIARIES, statements);
        quotes.gather(ACCOUNTS_OF_QUOTES, statements);
        transactions.gather(ACCOUNTS_OF_TRANSACTIONS, statements);
        if (!statements.isEmpty()) {
            statements.query(LOCK_ACCOUNTS, this::lockedAccount, locked -> locked.load(state), organizations);
            statements.query(BALANCES, balanceRows, state::load, organizations);
        }
        receiptRows.lock(named(subjects, Subjects::receipt, ReceiptId::uuid), state::load, statements);
        statements.query(CIRCUMSTANCES, this::circumstances, circumstances -> circumstances.load(state), organizations, organizations);
        standingRows.find(customersOfBrokers, state::load, statements);
        beneficiaries.select(BENEFICIARIES, beneficiaryRows, state::load, statements);
        quotes.select(QUOTES, quoteRows, state::load, statements);
        transactions.select(TRANSACTIONS, transactionRows, state::load, statements);
        credits.select(CREDITS, transactionRows, state::loadCredit, statements);
        payoutTermRows.find(priced, state::load, statements);
        rememberedRows.find(distinct(subjects.stream().map(Subjects::idempotencyKey).flatMap(Optional::stream)), state::load, statements);
        ReferenceHolders.find(distinct(subjects.stream().map(Subjects::reference).flatMap(Optional::stream)), state::load, statements);
        statements.pipeline().run(handle);
        return state;
    }

    private LockedAccount lockedAccount(ResultSet row, StatementContext context) throws SQLException {
        return new LockedAccount(accountRows.map(row, context), openQuoteRows.map(row, context));
    }

    /** The locked row, which holds both. */
    private record LockedAccount(Account account, OpenQuotes openQuotes) {

        void load(BatchState state) {
            state.load(account);
            state.load(openQuotes);
        }
    }

    private Circumstances circumstances(ResultSet row, StatementContext context) throws SQLException {
        var away = Stream.of((UUID[]) row.getArray("away").getArray()).map(OrganizationId::new).collect(Collectors.toSet());
        return new Circumstances(time.at(ColumnTypes.instant(row, "time")), away, StandingRows.withoutBrokers(row));
    }

    /**
     * A row for each of the organizations.
     *
     * @param away those of all that have left for another cell, or are leaving
     */
    private record Circumstances(Moment moment, Set<OrganizationId> away, Optional<StandingRows.Found> standing) {

        void load(BatchState state) {
            state.load(moment);
            state.loadAway(away);
            standing.ifPresent(state::load);
        }
    }

    /** Rows that are named by their ids. */
    private record Named(List<UUID> ids, Values organizations) {

        void gather(Statement accounts, Statements statements) {
            if (!ids.isEmpty()) {
                statements.gather(accounts, ArrayType.UUIDS.of(ids), organizations);
            }
        }

        <T> void select(Statement select, RowMapper<T> mapper, Consumer<T> rows, Statements statements) {
            if (!ids.isEmpty()) {
                statements.query(select, mapper, rows, ArrayType.UUIDS.of(ids), organizations);
            }
        }
    }

    private static <T> List<UUID> named(List<Subjects> subjects, Function<Subjects, Optional<T>> what, Function<T, UUID> id) {
        return distinct(subjects.stream().map(what).flatMap(Optional::stream).map(id));
    }

    private static <T> List<T> distinct(Stream<T> things) {
        return things.distinct().toList();
    }
}
