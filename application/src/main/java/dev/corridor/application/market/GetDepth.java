package dev.corridor.application.market;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.market.MarketError.DataSourceUnavailable;
import dev.corridor.domain.market.MarketError.SymbolNotFound;
import dev.corridor.domain.quote.DepthLadder;

/** Indicative prices of increasing sizes. */
public interface GetDepth {

    @Refuses({SymbolNotFound.class, DataSourceUnavailable.class})
    DepthLadder get(Command command);

    /** @param symbol its name */
    record Command(Caller caller, String symbol) {}
}
