package dev.corridor.client.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

public final class FiatPayoutRequest extends Members<FiatPayoutRequest> {

    private FiatPayoutRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static FiatPayoutRequest of(String accountId, String beneficiaryId, BigDecimal amount, Asset asset, BankMethod method) {
        return new FiatPayoutRequest(Map.of())
                .with("accountId", accountId)
                .with("beneficiaryId", beneficiaryId)
                .with("amount", amount)
                .with("asset", asset)
                .with("method", method);
    }

    @Override
    FiatPayoutRequest copy(Map<String, Object> values) {
        return new FiatPayoutRequest(values);
    }

    public FiatPayoutRequest expectedFeeSchedule(ExpectedFeeSchedule expectedFeeSchedule) {
        return with("expectedFeeSchedule", expectedFeeSchedule);
    }

    /** When it is to be made, at most a year ahead; at once if absent. */
    public FiatPayoutRequest executeAt(Instant executeAt) {
        return with("executeAt", executeAt);
    }

    /** Its own name for it, unique among the organization's transactions; a declined payout releases its own. */
    public FiatPayoutRequest reference(String reference) {
        return with("reference", reference);
    }

    public FiatPayoutRequest description(String description) {
        return with("description", description);
    }

    public FiatPayoutRequest tags(List<String> tags) {
        return with("tags", tags);
    }

    public FiatPayoutRequest metadata(Map<String, String> metadata) {
        return with("metadata", metadata);
    }
}
