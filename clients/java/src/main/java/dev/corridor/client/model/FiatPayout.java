package dev.corridor.client.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fiat payout that was just created. */
public record FiatPayout(
        String transactionId,
        TransactionType type,
        TransactionStatus status,
        String accountId,
        String beneficiaryId,
        BigDecimal amount,
        Asset asset,
        Fee fee,
        BankMethod method,
        BankSnapshot bank,
        Optional<String> reference,
        Optional<String> description,
        List<String> tags,
        Map<String, String> metadata,
        Instant createdAt,
        Optional<Hold> hold) {

    /** Without what is confidential. */
    @Override
    public String toString() {
        return "FiatPayout[confidential]";
    }
}
