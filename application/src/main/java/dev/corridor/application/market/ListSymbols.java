package dev.corridor.application.market;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Tick;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists the traded symbols, in the order of the catalogue. */
public interface ListSymbols {

    @Refuses({})
    Listing list(Command command);

    record Command(Caller caller, Set<Symbol.Type> types, int limit, int offset) {}

    /** @param total number on all pages */
    record Listing(List<Listed> symbols, int total) {}

    /** @param tick the current one; empty if there is no fresh price */
    record Listed(Symbol symbol, Optional<Tick> tick) {}
}
