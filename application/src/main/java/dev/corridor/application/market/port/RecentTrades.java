package dev.corridor.application.market.port;

import dev.corridor.domain.market.MarketTrade;
import dev.corridor.domain.market.Symbol;
import java.util.List;

/** Recent trades of all organizations. */
public interface RecentTrades {

    /** How many transactions of all organizations are looked at, from the newest on. */
    int LOOK_BACK = 10_000;

    /** Those among the last {@value #LOOK_BACK} transactions, newest first. */
    List<MarketTrade> find(Symbol symbol, int limit);
}
