/**
 * What assets are worth in each other. A {@link dev.corridor.domain.market.Symbol} is a pair that is traded; a
 * {@link dev.corridor.domain.market.Tick} is its price in one slot of time, and prices whatever is converted while it is the latest. Ticks of
 * an interval make a {@link dev.corridor.domain.market.Candle}.
 */
package dev.corridor.domain.market;
