package dev.corridor.http.api.market;

import static dev.corridor.http.edge.wire.Parameter.parse;
import static dev.corridor.http.edge.wire.Parameter.parseNumber;

import dev.corridor.application.market.ListSymbols;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.market.Symbol;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Selects symbols and a page of them. */
@Introspected
record SymbolParameters(
        @QueryValue @Nullable @Parameter(description = "Only these: forex, stablecoin or crypto, with commas between them.") @Spells(
                value = Symbol.Type.class, inLowerCase = true, separatedByCommas = true) String type,

        @QueryValue @Nullable @Parameter(description = "The same, for clients that ask for a market.") @Spells(value = Symbol.Type.class,
                inLowerCase = true, separatedByCommas = true) String market,

        @QueryValue @Nullable @Parameter(
                description = "How many symbols at most.",
                schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "1000", defaultValue = "100")) String limit,

        @QueryValue @Nullable @Parameter(
                description = "How many symbols to leave out at the beginning.",
                schema = @Schema(implementation = Integer.class, minimum = "0", defaultValue = "0")) String offset) {

    ListSymbols.Command toCommand(Caller caller) {
        return new ListSymbols.Command(
                caller,
                types(),
                limit == null ? MarketParameters.DEFAULT_LIMIT : parseNumber("limit", limit, 1, MarketParameters.MAX_LIMIT),
                offset == null ? 0 : parseNumber("offset", offset, 0, Integer.MAX_VALUE));
    }

    /** The intersection of both filters. */
    private Set<Symbol.Type> types() {
        var wanted = EnumSet.allOf(Symbol.Type.class);
        if (type != null) {
            wanted.retainAll(parse("type", type, SymbolParameters::parseTypes));
        }
        if (market != null) {
            wanted.retainAll(parse("market", market, SymbolParameters::parseTypes));
        }
        return wanted;
    }

    private static List<Symbol.Type> parseTypes(String text) {
        return Arrays.stream(text.split(",", -1)).map(word -> Symbol.Type.valueOf(word.toUpperCase(Locale.ROOT))).toList();
    }
}
