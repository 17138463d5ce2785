package dev.corridor.client.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The price of a symbol: one unit of the base in the counter asset.
 *
 * @param lastPrice the mid price
 * @param bid for selling a small amount, spread included
 * @param ask for buying it
 * @param open24h the first price of the last 24 hours; like high and low null without prices
 * @param source of the price
 * @param timestamp of the price, in milliseconds since 1970
 */
public record Ticker(
        String symbol,
        @Named("last_price") BigDecimal lastPrice,
        BigDecimal bid,
        BigDecimal ask,
        @Named("open_24h") Optional<BigDecimal> open24h,
        @Named("high_24h") Optional<BigDecimal> high24h,
        @Named("low_24h") Optional<BigDecimal> low24h,
        String source,
        long timestamp) {}
