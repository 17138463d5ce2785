package dev.corridor.persistence.transaction;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.money;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.books.Posted;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Bucket;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.Entry;
import dev.corridor.domain.transaction.HouseAccount;
import dev.corridor.domain.transaction.LedgerAccount;
import dev.corridor.domain.transaction.Statement.Period;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Statement;
import dev.corridor.persistence.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps postings to their table; reads their sides as entries of a customer's account. */
public final class PostingRows implements RowMapper<Entry> {

    /** The customer's sides of these postings, each with a number of its own, because a page may end between the two of a posting. */
    private static final String SELECT_ENTRIES = """
            select 2 * posting_number + second as entry_number, transaction_id, line + second as line, account_id, bucket, asset, change,
                case bucket when 'AVAILABLE' then available_after else locked_after end as balance_after, posted_at
            from (
            %s) as posting
            cross join lateral (values (0, from_place, -amount), (1, to_place, amount)) as side (second, bucket, change)
            where bucket in ('AVAILABLE', 'LOCKED')
            """;

    /** One range of the index, read up to the limit. */
    private static final String SELECT_PERIOD = SELECT_ENTRIES.formatted("""
            select *
            from postings
            where account_id = :account and asset = :asset and organization_id = :organization
                and posted_at >= :from and posted_at < :until
            order by posted_at, posting_number
            limit :limit
            """) + "order by posted_at, entry_number limit :limit";

    /** One range of the index for each asset that the account holds, read up to the limit. A side of the first may be on the page before. */
    private static final String OF_ACCOUNT = """
            select newest.*
            from balances
            cross join lateral (
                select *
                from postings
                where account_id = :account and organization_id = :organization and asset = balances.asset %s
                order by posted_at desc, posting_number desc
                limit :limit + 1
            ) as newest
            where balances.account_id = :account and balances.organization_id = :organization
            """;

    private static final String OF_TRANSACTION = SELECT_ENTRIES.formatted("""
            select *
            from postings
            where transaction_id = :transaction and organization_id = :organization
            """) + "order by line";

    private static final String NEWEST_FIRST = "order by posted_at desc, entry_number desc limit :limit";

    private static final String SELECT_FIRST_PAGE = SELECT_ENTRIES.formatted(OF_ACCOUNT.formatted("")) + NEWEST_FIRST;

    private static final String SELECT_NEXT_PAGE = SELECT_ENTRIES.formatted(
            OF_ACCOUNT.formatted("and (posted_at, posting_number) <= (:postedAt, :number / 2)"))
            + "and (posted_at, 2 * posting_number + second) < (:postedAt, :number)\n"
            + NEWEST_FIRST;

    /** Posting numbers follow the order of posting. */
    private static final BulkInsert<Posted> RECORDING = BulkInsert.<Posted>into("postings")
            .uuid("transaction_id", posted -> posted.transaction().uuid())
            .integer("line", posted -> posted.posting().line())
            .uuid("organization_id", posted -> posted.organization().uuid())
            .uuid("account_id", posted -> posted.posting().account().map(AccountId::uuid).orElse(null))
            .text("asset", posted -> posted.posting().amount().asset().code())
            .text("from_place", posted -> name(posted.posting().from()))
            .text("to_place", posted -> name(posted.posting().to()))
            .bigint("amount", posted -> posted.posting().amount().units())
            .bigint("available_after", posted -> posted.after().map(balance -> balance.available().units()).orElse(null))
            .bigint("locked_after", posted -> posted.after().map(balance -> balance.locked().units()).orElse(null))
            .timestamp("posted_at", Posted::postedAt)
            .build();

    public static final Statement RECORD = RECORDING.statement();

    private final AssetCatalogue assets;

    PostingRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    public static void append(List<Posted> postings, Statements statements) {
        RECORDING.record(postings, statements);
    }

    /** As it is in the columns of places. */
    public static String name(LedgerAccount place) {
        return switch (place) {
            case LedgerAccount.Customer customer -> customer.bucket().name();
            case HouseAccount house -> house.name();
        };
    }

    /** Of one asset, in the order of posting; at most one more than the limit. */
    List<Entry> ofPeriod(OrganizationId organization, AccountId account, Asset asset, Period period, int limit, Handle handle) {
        return handle.createQuery(SELECT_PERIOD)
                .bind("organization", organization.uuid())
                .bind("account", account.uuid())
                .bind("asset", asset.code())
                .bind("from", period.from())
                .bind("until", period.until())
                .bind("limit", limit + 1)
                .map(this)
                .list();
    }

    /** In the order of lines. */
    List<Entry> ofTransaction(OrganizationId organization, TransactionId transaction, Handle handle) {
        return handle.createQuery(OF_TRANSACTION)
                .bind("organization", organization.uuid())
                .bind("transaction", transaction.uuid())
                .map(this)
                .list();
    }

    Page<Entry> page(OrganizationId organization, AccountId account, PageRequest<Entry.Position> request, Handle handle) {
        var query = handle.createQuery(request.after().isEmpty() ? SELECT_FIRST_PAGE : SELECT_NEXT_PAGE)
                .bind("organization", organization.uuid())
                .bind("account", account.uuid())
                .bind("limit", request.limit() + 1);
        request.after().ifPresent(after -> query.bind("postedAt", after.postedAt()).bind("number", after.number()));
        return Page.of(query.map(this).list(), request.limit());
    }

    @Override
    public Entry map(ResultSet row, StatementContext context) throws SQLException {
        var postedAt = instant(row, "posted_at");
        return new Entry(
                new Entry.Position(postedAt, row.getLong("entry_number")),
                new TransactionId(uuid(row, "transaction_id")),
                row.getInt("line"),
                new AccountId(uuid(row, "account_id")),
                Bucket.valueOf(row.getString("bucket")),
                money(row, "change", "asset", assets),
                money(row, "balance_after", "asset", assets),
                postedAt);
    }
}
