package dev.corridor.http.transaction;

import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.http.wire.Texts;
import dev.corridor.http.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A transaction of any type on the wire.
 *
 * @param amount what it moves, in major units; for a trade, what is given
 * @param fee what a payout cost on top; always null, because payouts cost nothing yet
 * @param details what a transaction of its type knows beyond that
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
                Texts.orNull(transaction.memo().description()),
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
        return switch (transaction.details()) {
            case Details.Trade trade -> TradeDetails.of(transaction.amount(), trade);
            case Details.CryptoPayout payout -> CryptoPayoutDetails.of(payout);
            case Details.FiatPayout payout -> FiatPayoutDetails.of(payout);
            case Details.CryptoPayin payin -> new PayinDetails();
            case Details.FiatPayin payin -> new PayinDetails();
        };
    }

    @Serdeable
    record TradeDetails(
            String quoteId, String fromAsset, String toAsset, String fromAmount, String toAmount, String spreadFee) {

        static TradeDetails of(Money given, Details.Trade trade) {
            return new TradeDetails(
                    trade.quote().toString(),
                    given.asset().code(),
                    trade.received().asset().code(),
                    given.decimal(),
                    trade.received().decimal(),
                    trade.fee().decimal());
        }
    }

    @Serdeable
    record CryptoPayoutDetails(String beneficiaryId, String chainName, String toAddress, String txHash) {

        static CryptoPayoutDetails of(Details.CryptoPayout payout) {
            return new CryptoPayoutDetails(
                    payout.beneficiary().toString(), payout.chain().name(), payout.toAddress(), payout.txHash());
        }
    }

    @Serdeable
    record FiatPayoutDetails(String beneficiaryId, String method, BankSnapshotResponse bank) {

        static FiatPayoutDetails of(Details.FiatPayout payout) {
            return new FiatPayoutDetails(
                    payout.beneficiary().toString(), payout.method().name(), BankSnapshotResponse.of(payout));
        }
    }

    /** Nothing is known of where a deposit of the sandbox came from. */
    @Serdeable
    record PayinDetails() {}
}
