package dev.corridor.persistence.account;

import static dev.corridor.persistence.Columns.money;
import static dev.corridor.persistence.Columns.uuid;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Balances as they stand in their table. */
public final class BalanceRows implements RowMapper<Balance> {

    public static final String SELECT =
            """
            select account_id, asset, available, locked
            from balances
            """;

    private static final String RECORD =
            """
            insert into balances (account_id, asset, organization_id, available, locked)
            select account_id, asset, :balances.organization, available, locked
            from unnest(:balances.account, :balances.asset, :balances.available, :balances.locked)
                as recorded (account_id, asset, available, locked)
            on conflict (account_id, asset, organization_id)
            do update set available = excluded.available, locked = excluded.locked
            """;

    private final AssetCatalogue assets;

    public BalanceRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    /** Writes each balance as it is now, which is only right under the lock of its account. */
    public static void record(OrganizationId organization, List<Balance> balances, Pipeline pipeline) {
        pipeline.update(RECORD, balances)
                .bind("balances.organization", organization.uuid())
                .bind("balances.account", UUID.class, balance -> balance.account().uuid())
                .bind("balances.asset", String.class, balance -> balance.asset().code())
                .bind("balances.available", Long.class, balance -> balance.available().units())
                .bind("balances.locked", Long.class, balance -> balance.locked().units());
    }

    @Override
    public Balance map(ResultSet row, StatementContext context) throws SQLException {
        return new Balance(
                new AccountId(uuid(row, "account_id")),
                money(row, "available", "asset", assets),
                money(row, "locked", "asset", assets));
    }
}
