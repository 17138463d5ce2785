package dev.corridor.client.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

public final class TransferRequest extends Members<TransferRequest> {

    private TransferRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static TransferRequest of(String fromAccountId, String toAccountId, BigDecimal amount, Asset asset) {
        return new TransferRequest(Map.of())
                .with("fromAccountId", fromAccountId)
                .with("toAccountId", toAccountId)
                .with("amount", amount)
                .with("asset", asset);
    }

    @Override
    TransferRequest copy(Map<String, Object> values) {
        return new TransferRequest(values);
    }

    /** Its own name for it, unique among the organization's transactions; a declined payout releases its own. */
    public TransferRequest reference(String reference) {
        return with("reference", reference);
    }

    public TransferRequest description(String description) {
        return with("description", description);
    }

    public TransferRequest tags(List<String> tags) {
        return with("tags", tags);
    }

    public TransferRequest metadata(Map<String, String> metadata) {
        return with("metadata", metadata);
    }
}
