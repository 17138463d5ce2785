package dev.corridor.client.model;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A ledger entry, identified by its transaction and line.
 *
 * @param bucket the part of the balance that changed: AVAILABLE or LOCKED
 * @param amount in major units; negative for outflows
 * @param balanceAfter the bucket's balance after this entry, in major units
 */
public record Entry(
        String transactionId,
        int line,
        String accountId,
        Asset asset,
        Bucket bucket,
        BigDecimal amount,
        BigDecimal balanceAfter,
        Instant createdAt) {}
