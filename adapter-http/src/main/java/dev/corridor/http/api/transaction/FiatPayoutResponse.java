package dev.corridor.http.api.transaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.domain.transaction.TransactionType;
import dev.corridor.http.api.fee.FeeResponse;
import dev.corridor.http.edge.request.AboutTransaction;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.OptionalText;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A fiat payout that was just created.
 *
 * @param hold why it waits; only if it is EXPECTED
 */
@Serdeable
record FiatPayoutResponse(
        @Literal("transaction") String object,
        @Spells(TransactionId.class) String transactionId,
        @Spells(TransactionType.class) String type,
        @Spells(TransactionStatus.class) String status,
        @Spells(AccountId.class) String accountId,
        @Spells(BeneficiaryId.class) String beneficiaryId,
        @Spells(Money.class) String amount,
        @Spells(Asset.class) String asset,
        FeeResponse fee,
        @Spells(BankMethod.class) String method,
        BankSnapshotResponse bank,
        @Nullable String reference,
        @Nullable String description,
        List<String> tags,
        Map<String, String> metadata,
        @Spells(Instant.class) String createdAt,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) HoldResponse hold) implements AboutTransaction {

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
                FeeResponse.of(payout.fee()),
                payout.method().name(),
                BankSnapshotResponse.of(payout),
                transaction.memo().reference().map(Reference::text).orElse(null),
                OptionalText.orNull(transaction.memo().description()),
                transaction.memo().tags(),
                transaction.memo().metadata(),
                Timestamp.format(transaction.createdAt()),
                transaction.hold().map(HoldResponse::of).orElse(null));
    }
}
