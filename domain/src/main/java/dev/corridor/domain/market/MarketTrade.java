package dev.corridor.domain.market;

import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * A trade as everybody may see it: what was traded and when, and not by whom.
 *
 * @param base what was bought or sold
 * @param counter what was paid for it, or received, the spread included
 */
public record MarketTrade(Symbol symbol, Side side, Money base, Money counter, Instant at) {

    /** What the customer did with the base. */
    public enum Side {
        BUY,
        SELL
    }

    private static final int PRICE_DECIMALS = 10;

    /** @throws IllegalArgumentException if the symbol is not of the two assets */
    public static MarketTrade of(Symbol symbol, Money given, Money received, Instant at) {
        if (!symbol.isBetween(given.asset(), received.asset())) {
            throw new IllegalArgumentException(symbol + " is not of " + given.asset() + " and " + received.asset());
        }
        return isBase(symbol, given.asset())
                ? new MarketTrade(symbol, Side.SELL, given, received, at)
                : new MarketTrade(symbol, Side.BUY, received, given, at);
    }

    /** What one unit of the base went for: {@code 1.0825}. */
    public String price() {
        return new BigDecimal(counter.decimal())
                .divide(new BigDecimal(base.decimal()), MathContext.DECIMAL128)
                .setScale(PRICE_DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static boolean isBase(Symbol symbol, Asset asset) {
        return symbol.base().equals(asset);
    }
}
