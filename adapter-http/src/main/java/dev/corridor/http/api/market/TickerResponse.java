package dev.corridor.http.api.market;

import dev.corridor.application.market.GetTickers.Ticker;
import dev.corridor.domain.market.PriceRange;
import dev.corridor.domain.money.Rate;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * The price of a symbol: one unit of the base in the counter asset.
 *
 * @param last_price the mid price
 * @param bid for selling a small amount, spread included
 * @param ask for buying it
 * @param open_24h the first price of the last 24 hours; like high and low null without prices
 * @param source of the price
 * @param timestamp of the price, in milliseconds since 1970
 */
@Serdeable
public record TickerResponse(
        String symbol,
        @Spells(Rate.class) String last_price,
        @Spells(Rate.class) String bid,
        @Spells(Rate.class) String ask,
        @Nullable @Spells(Rate.class) String open_24h,
        @Nullable @Spells(Rate.class) String high_24h,
        @Nullable @Spells(Rate.class) String low_24h,
        String source,
        long timestamp) {

    public static TickerResponse of(Ticker ticker) {
        var tick = ticker.tick();
        return new TickerResponse(
                tick.symbol().name(),
                tick.mid().decimal(),
                ticker.bid().price(),
                ticker.ask().price(),
                ticker.day().map(PriceRange::open).map(rate -> rate.decimal()).orElse(null),
                ticker.day().map(PriceRange::high).map(rate -> rate.decimal()).orElse(null),
                ticker.day().map(PriceRange::low).map(rate -> rate.decimal()).orElse(null),
                tick.source(),
                tick.quotedAt().toEpochMilli());
    }
}
