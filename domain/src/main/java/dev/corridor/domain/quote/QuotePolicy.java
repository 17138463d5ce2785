package dev.corridor.domain.quote;

import dev.corridor.domain.market.Symbol;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * On what terms quotes are issued, symbol by symbol.
 *
 * @param money for bank money and stablecoins among themselves
 * @param coins for symbols with a coin, whose price moves further in a minute than the spread of money is wide
 * @param single for symbols with terms of their own
 * @param limit the bound on an account's open quotes; no quote is valid for longer than its window lasts
 */
public record QuotePolicy(Pricing money, Pricing coins, Map<Symbol, Pricing> single, OpenQuotes.Limit limit) {

    /**
     * Money for five minutes and three basis points (source: the NXOS contract, section 2, rule 3). Coins for half a minute and 25 basis points, as long
     * as the market stays within these.
     */
    public static final QuotePolicy STANDARD = new QuotePolicy(
            new Pricing(Duration.ofMinutes(5), new Spread(3)),
            new Pricing(Duration.ofSeconds(30), Spreads.flat(new Spread(25)), Optional.of(new Drift(25))),
            Map.of(),
            new OpenQuotes.Limit(10_000, 100_000_000, Duration.ofMinutes(5)));

    public QuotePolicy {
        single = Map.copyOf(single);
        var window = limit.window();
        boolean isOutlived = isLongerThan(window, money)
                || isLongerThan(window, coins)
                || single.values().stream().anyMatch(pricing -> isLongerThan(window, pricing));
        if (isOutlived) {
            throw new IllegalArgumentException("a quote is valid for longer than it is counted");
        }
    }

    public Pricing pricing(Symbol symbol) {
        var own = single.get(symbol);
        if (own != null) {
            return own;
        }
        return switch (symbol.type()) {
            case FOREX, STABLECOIN -> money;
            case CRYPTO -> coins;
        };
    }

    private static boolean isLongerThan(Duration window, Pricing pricing) {
        return pricing.validity().compareTo(window) > 0;
    }
}
