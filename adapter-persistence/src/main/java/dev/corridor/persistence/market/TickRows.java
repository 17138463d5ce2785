package dev.corridor.persistence.market;

import static dev.corridor.persistence.ColumnTypes.instant;

import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.market.TickId;
import dev.corridor.domain.money.Rate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps ticks to their tables. Callers know the symbols that they query. */
final class TickRows implements RowMapper<Tick> {

    private final Map<String, Symbol> symbols;

    TickRows(Collection<Symbol> symbols) {
        this.symbols = symbols.stream().collect(Collectors.toMap(Symbol::name, Function.identity(), (one, same) -> one));
    }

    @Override
    public Tick map(ResultSet row, StatementContext context) throws SQLException {
        var symbol = symbols.get(row.getString("symbol"));
        return new Tick(
                new TickId(symbol, instant(row, "slot")),
                new Rate(symbol.base(), symbol.counter(), row.getLong("price")),
                row.getString("source"),
                instant(row, "quoted_at"));
    }
}
