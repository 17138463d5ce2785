package dev.corridor.client.model;

public record TransactionNetworkTransferDetails(String beneficiaryId, String targetHandle) implements TransactionDetails {}
