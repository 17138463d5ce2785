package dev.corridor.client.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A transaction of any type.
 *
 * @param reference your own name for it
 * @param amount moved, in major units; for a trade, the amount given
 * @param details specific to the type
 */
public record Transaction(
        String transactionId,
        String accountId,
        TransactionStatus status,
        Optional<String> reference,
        Optional<String> description,
        List<String> tags,
        Map<String, String> metadata,
        BigDecimal amount,
        Asset asset,
        Optional<Fee> fee,
        Instant createdAt,
        Instant updatedAt,
        TransactionType type,
        TransactionDetails details,
        Optional<Hold> hold,
        Optional<Dispatch> dispatch) {}
