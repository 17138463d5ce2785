package dev.corridor.client.model;

import java.util.Optional;

public record TransactionNetworkReceiptDetails(String senderHandle, Optional<String> senderName) implements TransactionDetails {}
