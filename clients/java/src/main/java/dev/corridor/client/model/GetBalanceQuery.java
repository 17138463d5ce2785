package dev.corridor.client.model;

import java.time.Instant;
import java.util.Map;

/** Filters of {@code getBalance}. */
public final class GetBalanceQuery extends Members<GetBalanceQuery> {

    private GetBalanceQuery(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static GetBalanceQuery of() {
        return new GetBalanceQuery(Map.of());
    }

    @Override
    GetBalanceQuery copy(Map<String, Object> values) {
        return new GetBalanceQuery(values);
    }

    /** A moment in the past, ISO 8601, UTC: the balance includes what was posted before it, and is final. */
    public GetBalanceQuery at(Instant at) {
        return with("at", at);
    }
}
