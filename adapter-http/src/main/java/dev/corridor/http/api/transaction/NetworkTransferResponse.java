package dev.corridor.http.api.transaction;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.domain.transaction.TransactionType;
import dev.corridor.http.api.organization.ANetworkHandle;
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
 * A transfer to another organization that was just made.
 *
 * @param targetHandle the receiver's handle when the beneficiary was registered
 * @param note also the receiver's to read
 */
@Serdeable
record NetworkTransferResponse(
        @Literal("transaction") String object,
        @Spells(TransactionId.class) String transactionId,
        @Spells(TransactionType.class) String type,
        @Spells(TransactionStatus.class) String status,
        @Spells(AccountId.class) String accountId,
        @Spells(BeneficiaryId.class) String beneficiaryId,
        @Spells(Money.class) String amount,
        @Spells(Asset.class) String asset,
        @Spells(ANetworkHandle.class) String targetHandle,
        @Nullable String reference,
        @Nullable String note,
        List<String> tags,
        Map<String, String> metadata,
        @Spells(Instant.class) String createdAt) implements AboutTransaction {

    static NetworkTransferResponse of(Transaction transaction) {
        var out = (Details.NetworkTransferOut) transaction.details();
        return new NetworkTransferResponse(
                "transaction",
                transaction.id().toString(),
                transaction.type().name(),
                transaction.status().name(),
                transaction.account().toString(),
                out.beneficiary().toString(),
                transaction.amount().decimal(),
                transaction.amount().asset().code(),
                out.target().text(),
                transaction.memo().reference().map(Reference::text).orElse(null),
                OptionalText.orNull(transaction.memo().description()),
                transaction.memo().tags(),
                transaction.memo().metadata(),
                Timestamp.format(transaction.createdAt()));
    }
}
