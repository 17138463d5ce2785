package dev.corridor.client.model;

import java.util.Map;

/** Filters of {@code listMarketTrades}. */
public final class ListMarketTradesQuery extends Members<ListMarketTradesQuery> {

    private ListMarketTradesQuery(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static ListMarketTradesQuery of() {
        return new ListMarketTradesQuery(Map.of());
    }

    @Override
    ListMarketTradesQuery copy(Map<String, Object> values) {
        return new ListMarketTradesQuery(values);
    }

    /** How many at most. */
    public ListMarketTradesQuery limit(int limit) {
        return with("limit", limit);
    }
}
