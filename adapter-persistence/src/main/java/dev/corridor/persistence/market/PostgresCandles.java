package dev.corridor.persistence.market;

import static dev.corridor.persistence.ColumnTypes.instant;

import dev.corridor.application.market.port.Candles;
import dev.corridor.domain.market.Candle;
import dev.corridor.domain.market.CandleInterval;
import dev.corridor.domain.market.PriceRange;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.money.Rate;
import dev.corridor.persistence.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresCandles implements Candles {

    /** A single range of the primary key. */
    static final String FIND = """
            select opened_at, open, high, low, close, ticks
            from candles
            where symbol = :symbol and period = :period and opened_at between :from and :to
            order by opened_at desc
            limit :limit
            """;

    private static final String RANGES = """
            select symbol, (array_agg(open order by opened_at))[1] as open, max(high) as high, min(low) as low
            from candles
            where symbol = any(:symbols) and period = :period and opened_at >= :since
            group by symbol
            """;

    private final Jdbi jdbi;

    public PostgresCandles(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public List<Candle> find(Symbol symbol, CandleInterval interval, Instant from, Instant to, int limit) {
        var newestFirst = jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bind("symbol", symbol.name())
                .bind("period", interval.toString())
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit)
                .map((row, context) -> candle(row, symbol, interval))
                .list());
        return newestFirst.reversed();
    }

    private static Candle candle(ResultSet row, Symbol symbol, CandleInterval interval) throws SQLException {
        return new Candle(
                symbol,
                interval,
                instant(row, "opened_at"),
                rate(row, "open", symbol),
                rate(row, "high", symbol),
                rate(row, "low", symbol),
                rate(row, "close", symbol),
                row.getLong("ticks"));
    }

    @Override
    public List<PriceRange> ranges(Collection<Symbol> symbols, CandleInterval interval, Instant since) {
        var byName = symbols.stream().collect(Collectors.toMap(Symbol::name, Function.identity()));
        return jdbi.withHandle(handle -> handle.createQuery(RANGES)
                .bindArray("symbols", String.class, List.copyOf(byName.keySet()))
                .bind("period", interval.toString())
                .bind("since", since)
                .map((row, context) -> range(row, byName.get(row.getString("symbol"))))
                .list());
    }

    private static PriceRange range(ResultSet row, Symbol symbol) throws SQLException {
        return new PriceRange(symbol, rate(row, "open", symbol), rate(row, "high", symbol), rate(row, "low", symbol));
    }

    private static Rate rate(ResultSet row, String column, Symbol symbol) throws SQLException {
        return new Rate(symbol.base(), symbol.counter(), row.getLong(column));
    }
}
