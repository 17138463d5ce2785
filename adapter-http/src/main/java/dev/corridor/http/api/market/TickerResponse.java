package dev.corridor.http.api.market;

import dev.corridor.application.market.GetTickers.Ticker;
import dev.corridor.domain.market.PriceRange;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * The price of a symbol on the wire: what one unit of the base is worth in the counter asset.
 *
 * @param last_price the middle of the market
 * @param bid what a small amount can be sold for, the spread included
 * @param ask what it can be bought for
 * @param open_24h the first price of the last 24 hours; null if there was none, as with the two after it
 * @param source who says so
 * @param timestamp when it was true, in milliseconds since 1970
 */
@Serdeable
public record TickerResponse(
        String symbol,
        String last_price,
        String bid,
        String ask,
        @Nullable String open_24h,
        @Nullable String high_24h,
        @Nullable String low_24h,
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
