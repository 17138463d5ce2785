package dev.corridor.application.market.port;

import dev.corridor.domain.market.MarketTrade;
import dev.corridor.domain.market.Symbol;
import java.util.List;

/** What was traded lately, by whomever. */
public interface RecentTrades {

    /** The newest first. */
    List<MarketTrade> find(Symbol symbol, int limit);
}
