package dev.corridor.client.model;

public record TransactionTransferDetails(TransactionDirection direction, String fromAccountId, String toAccountId) implements TransactionDetails {}
