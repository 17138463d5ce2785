package dev.corridor.application.market;

import dev.corridor.application.Refuses;
import dev.corridor.application.market.port.RecentTrades;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.market.MarketError.SymbolNotFound;
import dev.corridor.domain.market.MarketTrade;
import java.util.List;

/**
 * The latest trades of a symbol, of all organizations and anonymous, newest first; at most those among the last {@value RecentTrades#LOOK_BACK}
 * transactions.
 */
public interface ListMarketTrades {

    @Refuses({SymbolNotFound.class})
    List<MarketTrade> list(Command command);

    /** @param symbol its name */
    record Command(Caller caller, String symbol, int limit) {}
}
