package dev.corridor.domain.market;

import static dev.corridor.domain.money.Asset.BTC;
import static dev.corridor.domain.money.Asset.ETH;
import static dev.corridor.domain.money.Asset.EUR;
import static dev.corridor.domain.money.Asset.USD;
import static dev.corridor.domain.money.Asset.USDC;
import static dev.corridor.domain.money.Asset.USDT;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.market.MarketError.SymbolNotFound;
import dev.corridor.domain.money.Asset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The symbols a deployment trades. No two have the same assets. */
public final class Symbols {

    /** Ten symbols over fiat money, stablecoins and two coins. */
    public static final Symbols STANDARD = of(
            new Symbol(EUR, USD),
            new Symbol(USDC, USD),
            new Symbol(USDT, USD),
            new Symbol(USDC, USDT),
            new Symbol(EUR, USDC),
            new Symbol(EUR, USDT),
            new Symbol(BTC, USD),
            new Symbol(ETH, USD),
            new Symbol(BTC, USDT),
            new Symbol(ETH, USDT));

    private final Map<String, Symbol> byName;
    private final Map<Set<Asset>, Symbol> byAssets;

    private Symbols(Collection<Symbol> symbols) {
        this.byName = LinkedHashMap.newLinkedHashMap(symbols.size());
        this.byAssets = HashMap.newHashMap(symbols.size());
        for (var symbol : symbols) {
            if (byAssets.put(Set.of(symbol.base(), symbol.counter()), symbol) != null || byName.put(symbol.name(), symbol) != null) {
                throw new IllegalArgumentException(symbol + " is listed twice");
            }
        }
    }

    public static Symbols of(Symbol... symbols) {
        return new Symbols(List.of(symbols));
    }

    public Symbols where(Predicate<Symbol> condition) {
        return new Symbols(byName.values().stream().filter(condition).toList());
    }

    /** Whatever the case of the letters. */
    public Optional<Symbol> find(String name) {
        return Optional.ofNullable(byName.get(name.toUpperCase(Locale.ROOT)));
    }

    /** The symbol of that name, or {@link SymbolNotFound} with the list of known symbols. */
    public Symbol require(String name) {
        return find(name).orElseThrow(() -> new BusinessException(new SymbolNotFound(name, names())));
    }

    /** The symbol of two assets in either direction; empty if they are not traded. */
    public Optional<Symbol> between(Asset one, Asset other) {
        return one.equals(other) ? Optional.empty() : Optional.ofNullable(byAssets.get(Set.of(one, other)));
    }

    /** The assets that an asset can be converted into. */
    public List<Asset> partnersOf(Asset asset) {
        return byName.values().stream()
                .filter(symbol -> symbol.base().equals(asset) || symbol.counter().equals(asset))
                .map(symbol -> symbol.base().equals(asset) ? symbol.counter() : symbol.base())
                .toList();
    }

    public List<Symbol> all() {
        return List.copyOf(byName.values());
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
