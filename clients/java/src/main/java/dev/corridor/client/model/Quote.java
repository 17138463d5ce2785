package dev.corridor.client.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A quote. Amounts are in major units.
 *
 * @param appliedRate the price of one unit of toAsset, spread included
 */
public record Quote(
        String quoteId,
        String accountId,
        Asset fromAsset,
        Asset toAsset,
        BigDecimal fromAmount,
        BigDecimal toAmount,
        BigDecimal appliedRate,
        Optional<QuoteSpread> spread,
        QuoteStatus status,
        Instant expiresAt,
        Instant createdAt) {}
