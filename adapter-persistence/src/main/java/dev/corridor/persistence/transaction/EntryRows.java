package dev.corridor.persistence.transaction;

import static dev.corridor.persistence.Columns.instant;
import static dev.corridor.persistence.Columns.money;
import static dev.corridor.persistence.Columns.uuid;

import dev.corridor.application.books.PostedEntry;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Bucket;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.HouseAccount;
import dev.corridor.domain.transaction.LedgerAccount.Customer;
import dev.corridor.domain.transaction.LedgerLine;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Entries as they stand in the ledger. They are read as the lines of a customer's account. */
public final class EntryRows implements RowMapper<LedgerLine> {

    static final String SELECT =
            """
            select entry_number, transaction_id, line, account_id, bucket, asset, amount, balance_after, posted_at
            from entries
            """;

    private static final String OF_PERIOD =
            """
            where account_id = :account and organization_id = :organization and asset = :asset and bucket = '%s'
                and posted_at >= :from and posted_at < :until
            order by posted_at, entry_number
            limit :limit
            """;

    /** Each bucket has its own stretch of the index. Neither is read further than the limit, however much the period holds. */
    static final String SELECT_PERIOD = "(" + SELECT + OF_PERIOD.formatted("AVAILABLE") + ") union all ("
            + SELECT + OF_PERIOD.formatted("LOCKED") + ") order by entry_number limit :limit";

    /** The order in which they were posted is the order of their numbers. */
    private static final String APPEND =
            """
            insert into entries
                (transaction_id, line, organization_id, account_id, bucket, house_account, asset, amount, balance_after, posted_at)
            select transaction_id, line, organization_id, account_id, bucket, house_account, asset, amount, balance_after, posted_at
            from unnest(:entries.transaction, :entries.line, :entries.organization, :entries.account, :entries.bucket,
                :entries.house, :entries.asset, :entries.amount, :entries.balanceAfter, :entries.postedAt)
                with ordinality
                as posted (transaction_id, line, organization_id, account_id, bucket, house_account, asset, amount, balance_after,
                posted_at, position)
            order by position
            """;

    private final AssetCatalogue assets;

    EntryRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    public static void append(List<PostedEntry> entries, Pipeline pipeline) {
        var rows = entries.stream().map(Row::of).toList();
        pipeline.update(APPEND, rows)
                .bind("entries.transaction", UUID.class, row -> row.posted().transaction().uuid())
                .bind("entries.line", Integer.class, row -> row.posted().entry().line())
                .bind("entries.organization", UUID.class, row -> row.posted().organization().uuid())
                .bind("entries.account", UUID.class, Row::account)
                .bind("entries.bucket", String.class, Row::bucket)
                .bind("entries.house", String.class, Row::house)
                .bind("entries.asset", String.class, row -> row.posted().entry().amount().asset().code())
                .bind("entries.amount", Long.class, row -> row.posted().entry().amount().units())
                .bind("entries.balanceAfter", Long.class, row -> row.posted().balanceAfter().map(Money::units).orElse(null))
                .bind("entries.postedAt", Instant.class, row -> row.posted().postedAt());
    }

    /** An entry with its place spread over the columns. */
    private record Row(PostedEntry posted, UUID account, String bucket, String house) {

        static Row of(PostedEntry posted) {
            return switch (posted.entry().place()) {
                case Customer customer -> new Row(posted, customer.account().uuid(), customer.bucket().name(), null);
                case HouseAccount house -> new Row(posted, null, null, house.name());
            };
        }
    }

    @Override
    public LedgerLine map(ResultSet row, StatementContext context) throws SQLException {
        return new LedgerLine(
                new LedgerLine.Number(row.getLong("entry_number")),
                new TransactionId(uuid(row, "transaction_id")),
                row.getInt("line"),
                new AccountId(uuid(row, "account_id")),
                Bucket.valueOf(row.getString("bucket")),
                money(row, "amount", "asset", assets),
                money(row, "balance_after", "asset", assets),
                instant(row, "posted_at"));
    }
}
