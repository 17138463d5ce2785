package dev.corridor.application.market;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.LimitExceeded;
import dev.corridor.domain.error.MissingParameter;
import dev.corridor.domain.market.Deal;
import dev.corridor.domain.market.MarketError.DataSourceUnavailable;
import dev.corridor.domain.market.MarketError.SymbolNotFound;
import dev.corridor.domain.market.PriceRange;
import dev.corridor.domain.market.Tick;
import java.util.List;
import java.util.Optional;

/** Current prices and 24-hour ranges of symbols. Answers for all of them or none. */
public interface GetTickers {

    /** Source: the TickDB contract, section 1, "Endpoints". */
    int MAX_SYMBOLS = 50;

    @Refuses({MissingParameter.class, LimitExceeded.class, SymbolNotFound.class, DataSourceUnavailable.class})
    List<Ticker> get(Command command);

    /** @param symbols names, at least one */
    record Command(Caller caller, List<String> symbols) {}

    /**
     * The price of a symbol.
     *
     * @param bid price for selling a small amount, spread included
     * @param ask price for buying it
     * @param day the last 24 hours, to a quarter of an hour; empty if there were no prices
     */
    record Ticker(Tick tick, Deal bid, Deal ask, Optional<PriceRange> day) {}
}
