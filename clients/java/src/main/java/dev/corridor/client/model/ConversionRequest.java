package dev.corridor.client.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Either {@code minToAmount} or {@code slippageBps} is given, or both. */
public final class ConversionRequest extends Members<ConversionRequest> {

    private ConversionRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static ConversionRequest of(String accountId, Asset fromAsset, Asset toAsset, BigDecimal fromAmount) {
        return new ConversionRequest(Map.of())
                .with("accountId", accountId)
                .with("fromAsset", fromAsset)
                .with("toAsset", toAsset)
                .with("fromAmount", fromAmount);
    }

    @Override
    ConversionRequest copy(Map<String, Object> values) {
        return new ConversionRequest(values);
    }

    /** The least amount of toAsset that the client accepts, in major units. */
    public ConversionRequest minToAmount(BigDecimal minToAmount) {
        return with("minToAmount", minToAmount);
    }

    /** How much less may be received than at the price when the request arrives, in basis points, 0 to 1000. */
    public ConversionRequest slippageBps(long slippageBps) {
        return with("slippageBps", slippageBps);
    }

    /** Its own name for it, unique among the organization's transactions; a declined payout releases its own. */
    public ConversionRequest reference(String reference) {
        return with("reference", reference);
    }

    public ConversionRequest description(String description) {
        return with("description", description);
    }

    public ConversionRequest tags(List<String> tags) {
        return with("tags", tags);
    }

    public ConversionRequest metadata(Map<String, String> metadata) {
        return with("metadata", metadata);
    }
}
