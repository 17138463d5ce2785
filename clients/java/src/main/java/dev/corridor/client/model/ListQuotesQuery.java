package dev.corridor.client.model;

import java.util.List;
import java.util.Map;

/** Filters of {@code listQuotes}. */
public final class ListQuotesQuery extends Members<ListQuotesQuery> {

    private ListQuotesQuery(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static ListQuotesQuery of() {
        return new ListQuotesQuery(Map.of());
    }

    @Override
    ListQuotesQuery copy(Map<String, Object> values) {
        return new ListQuotesQuery(values);
    }

    /** Only this account's. */
    public ListQuotesQuery accountId(String accountId) {
        return with("accountId", accountId);
    }

    /** Only in these states, separated by commas. */
    public ListQuotesQuery status(List<QuoteStatus> status) {
        return with("status", status);
    }
}
