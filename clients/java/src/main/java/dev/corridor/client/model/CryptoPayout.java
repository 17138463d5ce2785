package dev.corridor.client.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A crypto payout that was just created.
 *
 * @param txHash by which the chain knows it; null until it is signed
 */
public record CryptoPayout(
        String transactionId,
        TransactionType type,
        TransactionStatus status,
        String accountId,
        String beneficiaryId,
        BigDecimal amount,
        Asset asset,
        Fee fee,
        String toAddress,
        Optional<String> txHash,
        Optional<String> reference,
        Optional<String> description,
        List<String> tags,
        Map<String, String> metadata,
        Instant createdAt,
        Optional<Hold> hold) {}
