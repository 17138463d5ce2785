package dev.corridor.http.api.transaction;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * A crypto payout that was just created.
 *
 * @param txHash by which the chain knows it; null until it is signed
 * @param hold why it waits; only if it is EXPECTED
 */
@Serdeable
record CryptoPayoutResponse(
        @Literal("transaction") String object,
        @Spells(TransactionId.class) String transactionId,
        @Spells(TransactionType.class) String type,
        @Spells(TransactionStatus.class) String status,
        @Spells(AccountId.class) String accountId,
        @Spells(BeneficiaryId.class) String beneficiaryId,
        @Spells(Money.class) String amount,
        @Spells(Asset.class) String asset,
        FeeResponse fee,
        String toAddress,
        @Nullable String txHash,
        @Nullable String reference,
        @Nullable String description,
        List<String> tags,
        Map<String, String> metadata,
        @Spells(Instant.class) String createdAt,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) HoldResponse hold) implements AboutTransaction {

    static CryptoPayoutResponse of(Transaction transaction) {
        var payout = (Details.CryptoPayout) transaction.details();
        return new CryptoPayoutResponse(
                "transaction",
                transaction.id().toString(),
                transaction.type().name(),
                transaction.status().name(),
                transaction.account().toString(),
                payout.beneficiary().toString(),
                transaction.amount().decimal(),
                transaction.amount().asset().code(),
                FeeResponse.of(payout.fee()),
                payout.toAddress(),
                payout.txHash().orElse(null),
                transaction.memo().reference().map(Reference::text).orElse(null),
                OptionalText.orNull(transaction.memo().description()),
                transaction.memo().tags(),
                transaction.memo().metadata(),
                Timestamp.format(transaction.createdAt()),
                transaction.hold().map(HoldResponse::of).orElse(null));
    }

    /** The response of before, with the hash that the payout has now: it is stored before the payout is signed. */
    CryptoPayoutResponse completed(Transaction now) {
        return new CryptoPayoutResponse(
                object,
                transactionId,
                type,
                status,
                accountId,
                beneficiaryId,
                amount,
                asset,
                fee,
                toAddress,
                ((Details.CryptoPayout) now.details()).txHash().orElse(null),
                reference,
                description,
                tags,
                metadata,
                createdAt,
                hold);
    }
}
