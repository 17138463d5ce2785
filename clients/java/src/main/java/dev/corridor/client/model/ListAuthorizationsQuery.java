package dev.corridor.client.model;

import java.util.Map;

/** Filters of {@code listAuthorizations}. */
public final class ListAuthorizationsQuery extends Members<ListAuthorizationsQuery> {

    private ListAuthorizationsQuery(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static ListAuthorizationsQuery of() {
        return new ListAuthorizationsQuery(Map.of());
    }

    @Override
    ListAuthorizationsQuery copy(Map<String, Object> values) {
        return new ListAuthorizationsQuery(values);
    }

    /** Only those that your organization grants, or only those by which it is authorized. */
    public ListAuthorizationsQuery role(String role) {
        return with("role", role);
    }

    /** Only in this state. */
    public ListAuthorizationsQuery status(LetterStatus status) {
        return with("status", status);
    }

    /** Only of this type: there is one. */
    public ListAuthorizationsQuery type(AuthorizationType type) {
        return with("type", type);
    }
}
