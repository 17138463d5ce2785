package dev.corridor.application.market;

import dev.corridor.application.market.port.ExchangeRates;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Symbols;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.money.Rate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Constant rates from the configuration. Each holds in both directions. */
public final class FixedExchangeRates implements ExchangeRates {

    private final Symbols symbols;
    private final Map<Symbol, Tick> ticks;

    public FixedExchangeRates(List<Rate> rates) {
        var fixed = rates.stream().map(Tick::fixed).toList();
        this.symbols = Symbols.of(fixed.stream().map(Tick::symbol).toArray(Symbol[]::new));
        this.ticks = fixed.stream().collect(Collectors.toMap(Tick::symbol, Function.identity()));
    }

    @Override
    public Symbols symbols() {
        return symbols;
    }

    @Override
    public Tick latest(Symbol symbol) {
        return ticks.get(symbol);
    }
}
