package dev.corridor.application.market;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Tick;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists what is traded, in the order of the catalogue. */
public interface ListSymbols {

    @Refuses({})
    Listing list(Command command);

    /** @param types those that are wanted */
    record Command(Caller caller, Set<Symbol.Type> types, int limit, int offset) {}

    /**
     * A page of symbols.
     *
     * @param total how many there are on all pages
     */
    record Listing(List<Listed> symbols, int total) {}

    /** @param tick the one in force; empty if there is no price at this moment */
    record Listed(Symbol symbol, Optional<Tick> tick) {}
}
