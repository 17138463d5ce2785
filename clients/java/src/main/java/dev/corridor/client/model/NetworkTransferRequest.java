package dev.corridor.client.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

public final class NetworkTransferRequest extends Members<NetworkTransferRequest> {

    private NetworkTransferRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static NetworkTransferRequest of(String accountId, String beneficiaryId, BigDecimal amount, Asset asset) {
        return new NetworkTransferRequest(Map.of())
                .with("accountId", accountId)
                .with("beneficiaryId", beneficiaryId)
                .with("amount", amount)
                .with("asset", asset);
    }

    @Override
    NetworkTransferRequest copy(Map<String, Object> values) {
        return new NetworkTransferRequest(values);
    }

    public NetworkTransferRequest reference(String reference) {
        return with("reference", reference);
    }

    /** Also the receiver's to read; the reference, the tags and the metadata are not. */
    public NetworkTransferRequest note(String note) {
        return with("note", note);
    }

    public NetworkTransferRequest tags(List<String> tags) {
        return with("tags", tags);
    }

    public NetworkTransferRequest metadata(Map<String, String> metadata) {
        return with("metadata", metadata);
    }
}
