package dev.corridor.client.model;

import java.math.BigDecimal;
import java.util.Map;

public final class ReturnRequest extends Members<ReturnRequest> {

    private ReturnRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static ReturnRequest of() {
        return new ReturnRequest(Map.of());
    }

    @Override
    ReturnRequest copy(Map<String, Object> values) {
        return new ReturnRequest(values);
    }

    /** In major units of the payout's asset; all that is still out if absent. */
    public ReturnRequest amount(BigDecimal amount) {
        return with("amount", amount);
    }
}
