package dev.corridor.client.model;

import java.math.BigDecimal;

public record TransactionReturned(String transactionId, BigDecimal amount) {}
