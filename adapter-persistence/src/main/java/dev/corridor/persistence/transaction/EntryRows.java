package dev.corridor.persistence.transaction;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.money;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.application.books.PostedEntry;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Bucket;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.HouseAccount;
import dev.corridor.domain.transaction.LedgerAccount.Customer;
import dev.corridor.domain.transaction.LedgerLine;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps ledger entries to their table; reads them as lines of a customer's account. */
public final class EntryRows implements RowMapper<LedgerLine> {

    static final String SELECT = """
            select entry_number, transaction_id, line, account_id, bucket, asset, amount, balance_after, posted_at
            from entries
            """;

    private static final String OF_PERIOD = """
            where account_id = :account and organization_id = :organization and asset = :asset and bucket = '%s'
                and posted_at >= :from and posted_at < :until
            order by posted_at, entry_number
            limit :limit
            """;

    /** One index range per bucket, each read up to the limit only. */
    static final String SELECT_PERIOD = "(" + SELECT + OF_PERIOD.formatted("AVAILABLE") + ") union all ("
            + SELECT + OF_PERIOD.formatted("LOCKED") + ") order by entry_number limit :limit";

    /** Entry numbers follow the order of posting. */
    private static final BulkInsert<PostedEntry> RECORDING = BulkInsert.<PostedEntry>into("entries")
            .uuid("transaction_id", posted -> posted.transaction().uuid())
            .integer("line", posted -> posted.entry().line())
            .uuid("organization_id", posted -> posted.organization().uuid())
            .uuid("account_id", posted -> customer(posted).map(customer -> customer.account().uuid()).orElse(null))
            .text("bucket", posted -> customer(posted).map(customer -> customer.bucket().name()).orElse(null))
            .text("house_account", posted -> posted.entry().place() instanceof HouseAccount house ? house.name() : null)
            .text("asset", posted -> posted.entry().amount().asset().code())
            .bigint("amount", posted -> posted.entry().amount().units())
            .bigint("balance_after", posted -> posted.balanceAfter().map(Money::units).orElse(null))
            .timestamp("posted_at", PostedEntry::postedAt)
            .build();

    private final AssetCatalogue assets;

    EntryRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    public static void append(List<PostedEntry> entries, Pipeline pipeline) {
        RECORDING.record(entries, pipeline);
    }

    private static Optional<Customer> customer(PostedEntry posted) {
        return posted.entry().place() instanceof Customer customer ? Optional.of(customer) : Optional.empty();
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
