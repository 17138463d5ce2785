package dev.corridor.http.api.transaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.http.edge.wire.OptionalText;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A transaction of any type.
 *
 * @param amount moved, in major units; for a trade, the amount given
 * @param fee of a payout; always null, because payouts are free
 * @param details specific to the type
 */
@Serdeable
public record TransactionResponse(
        String object,
        String transactionId,
        String accountId,
        String status,
        @Nullable String description,
        List<String> tags,
        String amount,
        String asset,
        @Nullable String fee,
        String createdAt,
        String updatedAt,
        String type,
        Object details) {

    public static TransactionResponse of(Transaction transaction) {
        return new TransactionResponse(
                "transaction",
                transaction.id().toString(),
                transaction.account().toString(),
                transaction.status().name(),
                OptionalText.orNull(transaction.memo().description()),
                transaction.memo().tags(),
                transaction.amount().decimal(),
                transaction.amount().asset().code(),
                null,
                Timestamp.format(transaction.createdAt()),
                Timestamp.format(transaction.updatedAt()),
                transaction.type().name(),
                details(transaction));
    }

    private static Object details(Transaction transaction) {
        var reversedBy = transaction.reversedBy().map(TransactionId::toString).orElse(null);
        return switch (transaction.details()) {
            case Details.Trade trade -> TradeDetails.of(transaction.amount(), trade, reversedBy);
            case Details.CryptoPayout payout -> CryptoPayoutDetails.of(payout, reversedBy);
            case Details.FiatPayout payout -> FiatPayoutDetails.of(payout, reversedBy);
            case Details.CryptoPayin payin -> new PayinDetails();
            case Details.FiatPayin payin -> new PayinDetails();
            case Details.Adjustment adjustment ->
                new AdjustmentDetails(adjustment.reverses().toString(), transaction.memo().description());
        };
    }

    /** @param reversedBy the transaction that has undone it; absent if none has */
    @Serdeable
    record TradeDetails(
            String quoteId,
            String fromAsset,
            String toAsset,
            String fromAmount,
            String toAmount,
            String spreadFee,
            @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) String reversedBy) {

        static TradeDetails of(Money given, Details.Trade trade, @Nullable String reversedBy) {
            return new TradeDetails(
                    trade.quote().toString(),
                    given.asset().code(),
                    trade.received().asset().code(),
                    given.decimal(),
                    trade.received().decimal(),
                    trade.fee().decimal(),
                    reversedBy);
        }
    }

    /** @param reversedBy the transaction that has undone it; absent if none has */
    @Serdeable
    record CryptoPayoutDetails(
            String beneficiaryId,
            String chainName,
            String toAddress,
            String txHash,
            @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) String reversedBy) {

        static CryptoPayoutDetails of(Details.CryptoPayout payout, @Nullable String reversedBy) {
            return new CryptoPayoutDetails(
                    payout.beneficiary().toString(), payout.chain().name(), payout.toAddress(), payout.txHash(), reversedBy);
        }
    }

    /** @param reversedBy the transaction that has undone it; absent if none has */
    @Serdeable
    record FiatPayoutDetails(
            String beneficiaryId,
            String method,
            BankSnapshotResponse bank,
            @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) String reversedBy) {

        static FiatPayoutDetails of(Details.FiatPayout payout, @Nullable String reversedBy) {
            return new FiatPayoutDetails(
                    payout.beneficiary().toString(), payout.method().name(), BankSnapshotResponse.of(payout), reversedBy);
        }
    }

    /** Nothing is known of where a deposit of the sandbox came from. */
    @Serdeable
    record PayinDetails() {}

    /** @param reverses the transaction that it undoes */
    @Serdeable
    record AdjustmentDetails(String reverses, String reason) {}
}
