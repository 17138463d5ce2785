package dev.corridor.client.model;

import java.math.BigDecimal;
import java.util.Optional;

public record TransactionTradeDetails(
        String quoteId,
        Asset fromAsset,
        Asset toAsset,
        BigDecimal fromAmount,
        BigDecimal toAmount,
        BigDecimal spreadFee,
        Optional<String> reversedBy) implements TransactionDetails {}
