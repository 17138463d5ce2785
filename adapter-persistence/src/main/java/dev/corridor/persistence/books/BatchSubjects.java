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
import dev.corridor.persistence.Pipeline;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
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

    private static final String SELECT_ACCOUNTS = "select " + AccountRows.COLUMNS + ", " + OpenQuoteRows.COLUMNS + " from accounts ";

    /** One statement, because each batch has both. */
    private static final String NOW_AND_AWAY = DatabaseTime.NOW + ", " + ResidenceRows.AWAY_AMONG + " as away";

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

    BatchState read(List<Subjects> subjects, Handle handle) {
        var organizations = ArrayType.UUIDS.of(distinct(subjects.stream().map(Subjects::organization)), OrganizationId::uuid);
        var beneficiaries = new Named("beneficiaries", "beneficiary_id", named(subjects, Subjects::beneficiary, BeneficiaryId::uuid));
        var quotes = new Named("quotes", "quote_id", named(subjects, Subjects::quote, QuoteId::uuid));
        var transactions = new Named("transactions", "transaction_id", named(subjects, Subjects::transaction, TransactionId::uuid));
        var priced = distinct(
                subjects.stream().flatMap(each -> each.fee().map(key -> new Asked(each.organization(), key, each.beneficiary())).stream()));
        var callers = subjects.stream().map(Subjects::caller).flatMap(Optional::stream).toList();
        var keys = distinct(subjects.stream().map(Subjects::idempotencyKey).flatMap(Optional::stream));

        var state = new BatchState();
        var pipeline = new Pipeline();
        var accounts = distinct(subjects.stream()
                .flatMap(each -> Stream.concat(each.account().stream(), each.otherAccount().stream()))
                .map(AccountId::uuid));
        var credits = new Named("transactions", "debit", named(subjects, Subjects::debit, TransactionId::uuid));
        lockAccounts(accounts, List.of(beneficiaries, quotes, transactions), organizations, state,
                pipeline);
        receiptRows.lock(named(subjects, Subjects::receipt, ReceiptId::uuid), state::load, pipeline);
        standingRows.find(organizationsOf(callers, false), organizationsOf(callers, true), state::load, pipeline);
        pipeline.query(NOW_AND_AWAY, this::circumstances, circumstances -> circumstances.load(state), List.of(organizations));
        beneficiaries.select(BeneficiaryRows.SELECT, beneficiaryRows, state::load, organizations, pipeline);
        quotes.select(QuoteRows.SELECT, quoteRows, state::load, organizations, pipeline);
        transactions.select(TransactionRows.SELECT, transactionRows, state::load, organizations, pipeline);
        credits.select(TransactionRows.SELECT, transactionRows, state::loadCredit, organizations, pipeline);
        if (!priced.isEmpty()) {
            payoutTermRows.find(priced, state::load, pipeline);
        }
        if (!keys.isEmpty()) {
            rememberedRows.find(keys, state::load, pipeline);
        }
        ReferenceHolders.find(distinct(subjects.stream().map(Subjects::reference).flatMap(Optional::stream)), state::load, pipeline);
        pipeline.run(handle);
        return state;
    }

    /** Everything named belongs to an account. That never changes, so the account is looked up without a lock. */
    private void lockAccounts(List<UUID> accounts, List<Named> others, Values organizations, BatchState state, Pipeline pipeline) {
        var ids = new StringJoiner(" || ");
        var values = new ArrayList<Values>();
        if (!accounts.isEmpty()) {
            ids.add("?");
            values.add(ArrayType.UUIDS.of(accounts));
        }
        for (var named : others) {
            if (!named.ids.isEmpty()) {
                ids.add("array(select account_id from " + named.table + named.where() + ")");
                values.addAll(named.values(organizations));
            }
        }
        if (values.isEmpty()) {
            return;
        }
        values.add(organizations);
        var where = "where account_id = any(" + ids + ") and organization_id = any(?)";
        pipeline.query(SELECT_ACCOUNTS + where + " order by account_id for no key update", this::lockedAccount, locked -> locked.load(state), values);
        pipeline.query(BalanceRows.SELECT + where, balanceRows, state::load, values);
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
        return new Circumstances(time.at(ColumnTypes.instant(row, "time")), away);
    }

    /** @param away those of the organizations that have left for another cell, or are leaving */
    private record Circumstances(Moment moment, Set<OrganizationId> away) {

        void load(BatchState state) {
            state.load(moment);
            state.loadAway(away);
        }
    }

    /** Rows of one table, by their ids. */
    private record Named(String table, String column, List<UUID> ids) {

        String where() {
            return " where " + column + " = any(?) and organization_id = any(?)";
        }

        List<Values> values(Values organizations) {
            return List.of(ArrayType.UUIDS.of(ids), organizations);
        }

        <T> void select(String select, RowMapper<T> mapper, Consumer<T> rows, Values organizations, Pipeline pipeline) {
            if (!ids.isEmpty()) {
                pipeline.query(select + where(), mapper, rows, values(organizations));
            }
        }
    }

    private static Set<OrganizationId> organizationsOf(List<Caller> callers, boolean haveBroker) {
        return callers.stream()
                .filter(caller -> caller.broker().isPresent() == haveBroker)
                .map(Caller::organization)
                .collect(Collectors.toSet());
    }

    private static <T> List<UUID> named(List<Subjects> subjects, Function<Subjects, Optional<T>> what, Function<T, UUID> id) {
        return distinct(subjects.stream().map(what).flatMap(Optional::stream).map(id));
    }

    private static <T> List<T> distinct(Stream<T> things) {
        return things.distinct().toList();
    }
}
