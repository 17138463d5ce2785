package dev.corridor.client.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A public trade on the wire, without its parties.
 *
 * @param price of one unit of the base, the spread included
 * @param quantity how much of the base
 * @param side what was done with the base: buy or sell
 * @param timestamp in milliseconds since 1970
 * @param busted true for a trade that was made by mistake and has been undone; absent otherwise
 */
public record MarketTrade(String symbol, BigDecimal price, BigDecimal quantity, String side, long timestamp, Optional<Boolean> busted) {}
