package dev.corridor.client.model;

import java.util.List;
import java.util.Optional;

public record TransactionFiatPayoutDetails(
        String beneficiaryId,
        BankMethod method,
        BankSnapshot bank,
        Optional<String> reversedBy,
        Optional<List<TransactionReturned>> returns) implements TransactionDetails {

    /** Without what is confidential. */
    @Override
    public String toString() {
        return "TransactionFiatPayoutDetails[confidential]";
    }
}
