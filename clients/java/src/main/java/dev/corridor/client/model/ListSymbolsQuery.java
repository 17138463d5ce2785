package dev.corridor.client.model;

import java.util.List;
import java.util.Map;

/** Filters of {@code listSymbols}. */
public final class ListSymbolsQuery extends Members<ListSymbolsQuery> {

    private ListSymbolsQuery(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static ListSymbolsQuery of() {
        return new ListSymbolsQuery(Map.of());
    }

    @Override
    ListSymbolsQuery copy(Map<String, Object> values) {
        return new ListSymbolsQuery(values);
    }

    /** Only these: forex, stablecoin or crypto, with commas between them. */
    public ListSymbolsQuery type(List<String> type) {
        return with("type", type);
    }

    /** The same, for clients that ask for a market. */
    public ListSymbolsQuery market(List<String> market) {
        return with("market", market);
    }

    /** How many symbols at most. */
    public ListSymbolsQuery limit(int limit) {
        return with("limit", limit);
    }

    /** How many symbols to leave out at the beginning. */
    public ListSymbolsQuery offset(int offset) {
        return with("offset", offset);
    }
}
