package dev.corridor.application.market.port;

import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Symbols;
import dev.corridor.domain.market.Tick;

/** What conversions are priced with. Asked for every quote, so it answers from memory. */
public interface ExchangeRates {

    /** What is traded. */
    Symbols symbols();

    /** The latest tick of a symbol that is traded. It is stored already, so what it prices may refer to it. */
    Tick latest(Symbol symbol);
}
