package dev.corridor.client.model;

import java.time.Instant;

public record TransactionCryptoPayinDetails(
        ChainName chainName,
        String chainTransactionId,
        String fromAddress,
        String toAddress,
        long blockHeight,
        Instant blockTimestamp) implements TransactionDetails {}
