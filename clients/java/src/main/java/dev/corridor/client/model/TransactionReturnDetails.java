package dev.corridor.client.model;

public record TransactionReturnDetails(String returns, String evidence) implements TransactionDetails {}
