package dev.corridor.client.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

public final class CryptoPayoutRequest extends Members<CryptoPayoutRequest> {

    private CryptoPayoutRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static CryptoPayoutRequest of(String accountId, String beneficiaryId, BigDecimal amount, Asset asset, ChainName chainName) {
        return new CryptoPayoutRequest(Map.of())
                .with("accountId", accountId)
                .with("beneficiaryId", beneficiaryId)
                .with("amount", amount)
                .with("asset", asset)
                .with("chainName", chainName);
    }

    @Override
    CryptoPayoutRequest copy(Map<String, Object> values) {
        return new CryptoPayoutRequest(values);
    }

    public CryptoPayoutRequest expectedFeeSchedule(ExpectedFeeSchedule expectedFeeSchedule) {
        return with("expectedFeeSchedule", expectedFeeSchedule);
    }

    /** When it is to be made, at most a year ahead; at once if absent. */
    public CryptoPayoutRequest executeAt(Instant executeAt) {
        return with("executeAt", executeAt);
    }

    /** Its own name for it, unique among the organization's transactions; a declined payout releases its own. */
    public CryptoPayoutRequest reference(String reference) {
        return with("reference", reference);
    }

    public CryptoPayoutRequest description(String description) {
        return with("description", description);
    }

    public CryptoPayoutRequest tags(List<String> tags) {
        return with("tags", tags);
    }

    public CryptoPayoutRequest metadata(Map<String, String> metadata) {
        return with("metadata", metadata);
    }
}
