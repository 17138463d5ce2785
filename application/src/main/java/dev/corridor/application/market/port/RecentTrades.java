package dev.corridor.application.market.port;

import dev.corridor.domain.market.MarketTrade;
import dev.corridor.domain.market.Symbol;
import java.util.List;

/** Recent trades of all organizations. */
public interface RecentTrades {

    /** Newest first. */
    List<MarketTrade> find(Symbol symbol, int limit);
}
