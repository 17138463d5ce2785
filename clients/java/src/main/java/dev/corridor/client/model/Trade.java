package dev.corridor.client.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An executed quote. Amounts are in major units. A conversion has the notes that came with its request; those that did not come are absent.
 *
 * @param reference your own name for it
 */
public record Trade(
        String transactionId,
        String quoteId,
        Asset fromAsset,
        Asset toAsset,
        BigDecimal fromAmount,
        BigDecimal toAmount,
        TransactionStatus status,
        Optional<String> reference,
        Optional<String> description,
        Optional<List<String>> tags,
        Optional<Map<String, String>> metadata,
        Instant createdAt) {}
