package dev.corridor.client.model;

import java.util.Map;

/** Filters of {@code listCandles}. */
public final class ListCandlesQuery extends Members<ListCandlesQuery> {

    private ListCandlesQuery(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static ListCandlesQuery of() {
        return new ListCandlesQuery(Map.of());
    }

    @Override
    ListCandlesQuery copy(Map<String, Object> values) {
        return new ListCandlesQuery(values);
    }

    /** The first moment at which a candle may open, in milliseconds since 1970; if absent, as far back as the limit reaches. */
    public ListCandlesQuery startTime(long startTime) {
        return with("start_time", startTime);
    }

    /** The last such moment; now, if absent. */
    public ListCandlesQuery endTime(long endTime) {
        return with("end_time", endTime);
    }

    /** How many candles at most: the latest of the time. */
    public ListCandlesQuery limit(int limit) {
        return with("limit", limit);
    }
}
