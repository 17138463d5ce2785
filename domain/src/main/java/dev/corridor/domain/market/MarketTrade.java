package dev.corridor.domain.market;

import dev.corridor.domain.money.Money;
import java.time.Instant;

/**
 * A trade as everybody may see it: what was traded and when, and not by whom. The spread is part of it.
 *
 * @param busted whether it was made by mistake and has been undone: its price says nothing
 */
public record MarketTrade(Symbol symbol, Side side, Deal deal, Instant at, boolean busted) {

    /** What the customer did with the base. */
    public enum Side {
        BUY,
        SELL
    }

    /** @throws IllegalArgumentException if the symbol is not of the two assets */
    public static MarketTrade of(Symbol symbol, Money given, Money received, Instant at, boolean busted) {
        if (!symbol.isBetween(given.asset(), received.asset())) {
            throw new IllegalArgumentException(symbol + " is not of " + given.asset() + " and " + received.asset());
        }
        return symbol.base().equals(given.asset())
                ? new MarketTrade(symbol, Side.SELL, new Deal(given, received), at, busted)
                : new MarketTrade(symbol, Side.BUY, new Deal(received, given), at, busted);
    }
}
