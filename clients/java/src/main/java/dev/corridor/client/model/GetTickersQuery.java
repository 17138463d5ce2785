package dev.corridor.client.model;

import java.util.Map;

/** Filters of {@code getTickers}. */
public final class GetTickersQuery extends Members<GetTickersQuery> {

    private GetTickersQuery(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static GetTickersQuery of() {
        return new GetTickersQuery(Map.of());
    }

    @Override
    GetTickersQuery copy(Map<String, Object> values) {
        return new GetTickersQuery(values);
    }

    /** Such as EURUSD. Either this or symbols is required. */
    public GetTickersQuery symbol(String symbol) {
        return with("symbol", symbol);
    }

    /** Such as EURUSD,BTCUSDT. */
    public GetTickersQuery symbols(String symbols) {
        return with("symbols", symbols);
    }
}
