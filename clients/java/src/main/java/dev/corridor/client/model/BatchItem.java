package dev.corridor.client.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An item of a batch, and what has become of it.
 *
 * @param number from 1, in the order of the body
 * @param transactionId of what is SUBMITTED; null otherwise
 */
public record BatchItem(
        int number,
        PayoutBatchState status,
        Optional<String> transactionId,
        String accountId,
        String beneficiaryId,
        BigDecimal amount,
        Asset asset,
        Optional<String> reference,
        Optional<HoldRefusal> refusal) {}
