package dev.corridor.client.model;

import java.util.Map;

/** Filters of {@code getDepth}. */
public final class GetDepthQuery extends Members<GetDepthQuery> {

    private GetDepthQuery(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static GetDepthQuery of() {
        return new GetDepthQuery(Map.of());
    }

    @Override
    GetDepthQuery copy(Map<String, Object> values) {
        return new GetDepthQuery(values);
    }

    /** How many at most. */
    public GetDepthQuery limit(int limit) {
        return with("limit", limit);
    }
}
