package dev.corridor.client.model;

import java.math.BigDecimal;

/**
 * A candle.
 *
 * @param time when it opened, in milliseconds since 1970
 * @param ticks the number of prices in it
 */
public record CandlesCandle(long time, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, long ticks) {}
