package dev.corridor.client.model;

import java.util.Map;

/** Filters of {@code listErrors}. */
public final class ListErrorsQuery extends Members<ListErrorsQuery> {

    private ListErrorsQuery(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static ListErrorsQuery of() {
        return new ListErrorsQuery(Map.of());
    }

    @Override
    ListErrorsQuery copy(Map<String, Object> values) {
        return new ListErrorsQuery(values);
    }

    /** Such as conflict or not_found. */
    public ListErrorsQuery category(ErrorKind category) {
        return with("category", category);
    }

    /** The HTTP status where no error contract says otherwise. */
    public ListErrorsQuery status(int status) {
        return with("status", status);
    }

    /** Not_applied, applied or unknown. */
    public ListErrorsQuery outcome(Outcome outcome) {
        return with("outcome", outcome);
    }

    /** Never, same_request, after or new_request. */
    public ListErrorsQuery retry(Retry retry) {
        return with("retry", retry);
    }

    /** The version of Corridor that answered it for the first time. */
    public ListErrorsQuery since(String since) {
        return with("since", since);
    }
}
