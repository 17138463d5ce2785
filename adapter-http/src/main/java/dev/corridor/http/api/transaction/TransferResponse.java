package dev.corridor.http.api.transaction;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.domain.transaction.TransactionType;
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

/** A transfer between accounts that was just made: the transaction of the account that gives. */
@Serdeable
record TransferResponse(
        @Literal("transaction") String object,
        @Spells(TransactionId.class) String transactionId,
        @Spells(TransactionType.class) String type,
        @Spells(TransactionStatus.class) String status,
        @Spells(AccountId.class) String accountId,
        @Spells(AccountId.class) String fromAccountId,
        @Spells(AccountId.class) String toAccountId,
        @Spells(Money.class) String amount,
        @Spells(Asset.class) String asset,
        @Nullable String reference,
        @Nullable String description,
        List<String> tags,
        Map<String, String> metadata,
        @Spells(Instant.class) String createdAt) implements AboutTransaction {

    static TransferResponse of(Transaction transaction) {
        var out = (Details.TransferOut) transaction.details();
        var account = transaction.account().toString();
        return new TransferResponse(
                "transaction",
                transaction.id().toString(),
                transaction.type().name(),
                transaction.status().name(),
                account,
                account,
                out.to().toString(),
                transaction.amount().decimal(),
                transaction.amount().asset().code(),
                transaction.memo().reference().map(Reference::text).orElse(null),
                OptionalText.orNull(transaction.memo().description()),
                transaction.memo().tags(),
                transaction.memo().metadata(),
                Timestamp.format(transaction.createdAt()));
    }
}
