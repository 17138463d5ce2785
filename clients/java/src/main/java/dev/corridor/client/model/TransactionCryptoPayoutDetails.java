package dev.corridor.client.model;

import java.util.List;
import java.util.Optional;

public record TransactionCryptoPayoutDetails(
        String beneficiaryId,
        ChainName chainName,
        String toAddress,
        Optional<String> txHash,
        Optional<String> reversedBy,
        Optional<List<TransactionReturned>> returns) implements TransactionDetails {}
