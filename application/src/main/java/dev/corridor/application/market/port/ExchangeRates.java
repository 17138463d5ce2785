package dev.corridor.application.market.port;

import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Symbols;
import dev.corridor.domain.market.Tick;

/** The prices of conversions. Called for every quote, so it reads memory only. */
public interface ExchangeRates {

    Symbols symbols();

    /** The current tick of a traded symbol. It is already stored, so quotes may reference it. */
    Tick latest(Symbol symbol);
}
