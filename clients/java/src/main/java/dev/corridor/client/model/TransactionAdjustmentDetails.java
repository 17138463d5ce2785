package dev.corridor.client.model;

import java.util.Optional;

public record TransactionAdjustmentDetails(
        String reverses,
        String reason,
        Optional<String> by,
        Optional<String> evidence) implements TransactionDetails {}
