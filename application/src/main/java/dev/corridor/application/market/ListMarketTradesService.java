package dev.corridor.application.market;

import dev.corridor.application.market.port.RecentTrades;
import dev.corridor.domain.market.MarketTrade;
import dev.corridor.domain.market.Symbols;
import java.util.List;

public final class ListMarketTradesService implements ListMarketTrades {

    private final Symbols symbols;
    private final RecentTrades trades;

    public ListMarketTradesService(Symbols symbols, RecentTrades trades) {
        this.symbols = symbols;
        this.trades = trades;
    }

    @Override
    public List<MarketTrade> list(Command command) {
        return trades.find(symbols.require(command.symbol()), command.limit());
    }
}
