package dev.corridor.http.api.transaction;

import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.serde.annotation.Serdeable;

/** A fiat payout that was just created. */
@Serdeable
record FiatPayoutResponse(
        String object,
        String transactionId,
        String type,
        String status,
        String accountId,
        String beneficiaryId,
        String amount,
        String asset,
        String method,
        BankSnapshotResponse bank,
        String createdAt) {

    static FiatPayoutResponse of(Transaction transaction) {
        var payout = (Details.FiatPayout) transaction.details();
        return new FiatPayoutResponse(
                "transaction",
                transaction.id().toString(),
                transaction.type().name(),
                transaction.status().name(),
                transaction.account().toString(),
                payout.beneficiary().toString(),
                transaction.amount().decimal(),
                transaction.amount().asset().code(),
                payout.method().name(),
                BankSnapshotResponse.of(payout),
                Timestamp.format(transaction.createdAt()));
    }
}
