package dev.corridor.domain.market;

import dev.corridor.domain.money.Rate;
import java.time.Instant;

/**
 * A candlestick: open, high, low and close of a symbol in an interval; the close so far while the interval lasts.
 *
 * @param ticks number of prices in it
 */
public record Candle(
        Symbol symbol, CandleInterval interval, Instant openedAt, Rate open, Rate high, Rate low, Rate close, long ticks) {

    /** Exclusive end of the interval. */
    public Instant closesAt() {
        return openedAt.plus(interval.length());
    }
}
