package dev.corridor.client.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A transfer between accounts that was just made: the transaction of the account that gives. */
public record Transfer(
        String transactionId,
        TransactionType type,
        TransactionStatus status,
        String accountId,
        String fromAccountId,
        String toAccountId,
        BigDecimal amount,
        Asset asset,
        Optional<String> reference,
        Optional<String> description,
        List<String> tags,
        Map<String, String> metadata,
        Instant createdAt) {}
