package dev.corridor.client.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * @param reference your own name for the transaction
 * @param amount the change of the balance, in major units; negative for outflows, zero if money was only locked or released
 * @param availableAmount the change of the available balance
 * @param lockedAmount the change of the locked balance
 * @param after the balance after this line
 */
public record StatementLine(
        Instant postedAt,
        String transactionId,
        TransactionType type,
        Optional<String> reference,
        Optional<String> description,
        BigDecimal amount,
        BigDecimal availableAmount,
        BigDecimal lockedAmount,
        StatementHeld after) {}
