package dev.corridor.client.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A transfer to another organization that was just made.
 *
 * @param targetHandle the receiver's handle when the beneficiary was registered
 * @param note also the receiver's to read
 */
public record NetworkTransfer(
        String transactionId,
        TransactionType type,
        TransactionStatus status,
        String accountId,
        String beneficiaryId,
        BigDecimal amount,
        Asset asset,
        String targetHandle,
        Optional<String> reference,
        Optional<String> note,
        List<String> tags,
        Map<String, String> metadata,
        Instant createdAt) {}
