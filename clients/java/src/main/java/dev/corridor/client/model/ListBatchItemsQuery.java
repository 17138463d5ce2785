package dev.corridor.client.model;

import java.util.Map;

/** Filters of {@code listBatchItems}. */
public final class ListBatchItemsQuery extends Members<ListBatchItemsQuery> {

    private ListBatchItemsQuery(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static ListBatchItemsQuery of() {
        return new ListBatchItemsQuery(Map.of());
    }

    @Override
    ListBatchItemsQuery copy(Map<String, Object> values) {
        return new ListBatchItemsQuery(values);
    }

    /** Only those in this state. */
    public ListBatchItemsQuery status(PayoutBatchState status) {
        return with("status", status);
    }
}
