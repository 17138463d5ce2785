/**
 * Market prices. A {@link dev.corridor.domain.market.Symbol} is a traded pair. A {@link dev.corridor.domain.market.Tick} is its price in
 * one time slot, and prices conversions while it is the latest. Ticks of an interval form a {@link dev.corridor.domain.market.Candle}.
 */
package dev.corridor.domain.market;
