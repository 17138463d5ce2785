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

/** What symbols are worth now, and what they did in the last 24 hours. All of them are answered, or none. */
public interface GetTickers {

    /** Source: the TickDB contract, section 1, "Endpoints". */
    int MAX_SYMBOLS = 50;

    @Refuses({MissingParameter.class, LimitExceeded.class, SymbolNotFound.class, DataSourceUnavailable.class})
    List<Ticker> get(Command command);

    /** @param symbols their names, one at least */
    record Command(Caller caller, List<String> symbols) {}

    /**
     * The price of a symbol.
     *
     * @param bid what a small amount can be sold for, the spread included
     * @param ask what it can be bought for
     * @param day the last 24 hours, to a quarter of an hour; empty if there were no prices yet
     */
    record Ticker(Tick tick, Deal bid, Deal ask, Optional<PriceRange> day) {}
}
