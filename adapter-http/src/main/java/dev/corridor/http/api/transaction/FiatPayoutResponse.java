package dev.corridor.http.api.transaction;

import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.http.edge.wire.OptionalText;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

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
        @Nullable String reference,
        @Nullable String description,
        List<String> tags,
        Map<String, String> metadata,
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
                transaction.memo().reference().map(Reference::text).orElse(null),
                OptionalText.orNull(transaction.memo().description()),
                transaction.memo().tags(),
                transaction.memo().metadata(),
                Timestamp.format(transaction.createdAt()));
    }
}
