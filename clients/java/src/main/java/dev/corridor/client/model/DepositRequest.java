package dev.corridor.client.model;

import java.math.BigDecimal;
import java.util.Map;

public final class DepositRequest extends Members<DepositRequest> {

    private DepositRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static DepositRequest of(String accountId, Asset asset, BigDecimal amount) {
        return new DepositRequest(Map.of())
                .with("accountId", accountId)
                .with("asset", asset)
                .with("amount", amount);
    }

    @Override
    DepositRequest copy(Map<String, Object> values) {
        return new DepositRequest(values);
    }
}
