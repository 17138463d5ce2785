package dev.corridor.persistence.account;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.money;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.BulkUpdate;
import dev.corridor.persistence.Statement;
import dev.corridor.persistence.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps balances to their table. */
public final class BalanceRows implements RowMapper<Balance> {

    public static final String SELECT = """
            select account_id, asset, available, locked, changed_at
            from balances
            """;

    /** The balance before an instant, from the last posting before it. No row if the account does not exist. */
    private static final String SELECT_BEFORE = """
            select account_id, cast(:asset as text) as asset,
                coalesce(available_after, 0) as available, coalesce(locked_after, 0) as locked, coalesce(posted_at, 'epoch') as changed_at
            from accounts
            left join lateral (
                select available_after, locked_after, posted_at
                from postings
                where account_id = :account and organization_id = :organization and asset = :asset and posted_at < :instant
                order by posted_at desc, posting_number desc
                limit 1
            ) as last on true
            where account_id = :account and organization_id = :organization
            """;

    private static final BulkInsert<Owned> RECORDING = BulkInsert.<Owned>into("balances")
            .uuid("account_id", owned -> owned.balance().account().uuid())
            .text("asset", owned -> owned.balance().asset().code())
            .uuid("organization_id", owned -> owned.organization().uuid())
            .bigint("available", owned -> owned.balance().available().units())
            .bigint("locked", owned -> owned.balance().locked().units())
            .timestamp("changed_at", owned -> owned.balance().changedAt())
            .build();

    public static final Statement RECORD = RECORDING.statement();

    private static final BulkUpdate<Owned> CHANGING = BulkUpdate.<Owned>with("balances_record")
            .uuid(owned -> owned.balance().account().uuid())
            .text(owned -> owned.balance().asset().code())
            .uuid(owned -> owned.organization().uuid())
            .bigint(owned -> owned.balance().available().units())
            .bigint(owned -> owned.balance().locked().units())
            .timestamp(owned -> owned.balance().changedAt())
            .build(Owned::organization, """
                    update balances
                    set available = changed.available, locked = changed.locked, changed_at = changed.changed_at
                    from unnest(?) as changed
                    where balances.account_id = changed.account_id and balances.asset = changed.asset
                        and balances.organization_id = changed.organization_id and balances.organization_id = any(?)
                    """);

    public static final Statement CHANGE = CHANGING.statement();

    private record Owned(Balance balance, OrganizationId organization) {}

    private final AssetCatalogue assets;

    public BalanceRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    /** Writes the first balances of their assets; the caller holds the locks of their accounts. */
    public static void record(Collection<Balance> balances, Function<AccountId, OrganizationId> organization, Statements statements) {
        RECORDING.record(owned(balances, organization), statements);
    }

    /** Writes balances that exist as they are now; the caller holds the locks of their accounts. */
    public static void change(Collection<Balance> balances, Function<AccountId, OrganizationId> organization, Statements statements) {
        CHANGING.record(owned(balances, organization), statements);
    }

    private static List<Owned> owned(Collection<Balance> balances, Function<AccountId, OrganizationId> organization) {
        return balances.stream().map(balance -> new Owned(balance, organization.apply(balance.account()))).toList();
    }

    public Balance before(OrganizationId organization, AccountId account, Asset asset, Instant instant, Handle handle) {
        return handle.createQuery(SELECT_BEFORE)
                .bind("organization", organization.uuid())
                .bind("account", account.uuid())
                .bind("asset", asset.code())
                .bind("instant", instant)
                .map(this)
                .findOne()
                .orElseGet(() -> Balance.zero(account, asset));
    }

    @Override
    public Balance map(ResultSet row, StatementContext context) throws SQLException {
        return new Balance(
                new AccountId(uuid(row, "account_id")),
                money(row, "available", "asset", assets),
                money(row, "locked", "asset", assets),
                instant(row, "changed_at"));
    }
}
