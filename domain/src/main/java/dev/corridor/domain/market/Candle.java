package dev.corridor.domain.market;

import dev.corridor.domain.money.Rate;
import java.time.Instant;

/**
 * What a symbol's price did in an interval: where it began, how far it went, where it ended so far.
 *
 * @param ticks how many prices there were
 */
public record Candle(
        Symbol symbol, CandleInterval interval, Instant openedAt, Rate open, Rate high, Rate low, Rate close, long ticks) {

    /** The first moment that no longer belongs to it. */
    public Instant closesAt() {
        return openedAt.plus(interval.length());
    }
}
