package dev.corridor.client.model;

import java.math.BigDecimal;
import java.util.Map;

public final class CreateQuoteRequest extends Members<CreateQuoteRequest> {

    private CreateQuoteRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static CreateQuoteRequest of(String accountId, Asset fromAsset, Asset toAsset) {
        return new CreateQuoteRequest(Map.of())
                .with("accountId", accountId)
                .with("fromAsset", fromAsset)
                .with("toAsset", toAsset);
    }

    @Override
    CreateQuoteRequest copy(Map<String, Object> values) {
        return new CreateQuoteRequest(values);
    }

    public CreateQuoteRequest fromAmount(BigDecimal fromAmount) {
        return with("fromAmount", fromAmount);
    }

    public CreateQuoteRequest toAmount(BigDecimal toAmount) {
        return with("toAmount", toAmount);
    }
}
