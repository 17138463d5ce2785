package dev.corridor.persistence.market;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.money;

import dev.corridor.application.market.port.RecentTrades;
import dev.corridor.domain.market.MarketTrade;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.persistence.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresRecentTrades implements RecentTrades {

    /** Looks back along the primary key, because an index would cost each trade an entry. Transactions' ids sort by age. */
    private static final String FIND = """
            select asset, amount, received_asset, received, created_at,
                exists (
                    select
                    from transactions as reversal
                    where reversal.reverses = latest.transaction_id and reversal.organization_id = latest.organization_id) as busted
            from (
                select *
                from transactions
                order by transaction_id desc
                limit %d) as latest
            where type = 'TRADE' and (asset, received_asset) in ((:base, :counter), (:counter, :base))
            order by transaction_id desc
            limit :limit
            """
            .formatted(LOOK_BACK);

    private final Jdbi jdbi;
    private final AssetCatalogue assets;

    public PostgresRecentTrades(DataSource dataSource, AssetCatalogue assets) {
        this.jdbi = Database.on(dataSource);
        this.assets = assets;
    }

    @Override
    public List<MarketTrade> find(Symbol symbol, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bind("base", symbol.base().code())
                .bind("counter", symbol.counter().code())
                .bind("limit", limit)
                .map((row, context) -> trade(row, symbol))
                .list());
    }

    private MarketTrade trade(ResultSet row, Symbol symbol) throws SQLException {
        var given = money(row, "amount", "asset", assets);
        var received = money(row, "received", "received_asset", assets);
        return MarketTrade.of(symbol, given, received, instant(row, "created_at"), row.getBoolean("busted"));
    }
}
