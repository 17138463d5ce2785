package dev.corridor.http.api.transaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.corridor.application.transaction.GetTransaction;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Dispatch;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.domain.transaction.TransactionType;
import dev.corridor.http.api.fee.FeeResponse;
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
import java.util.Optional;

/**
 * A transaction of any type.
 *
 * @param reference your own name for it
 * @param amount moved, in major units; for a trade, the amount given
 * @param fee of a payout, on top of its amount; null for what is no payout
 * @param details specific to the type
 * @param hold of a payout that waits, or has waited, before its money was set aside
 * @param dispatch how far a payout has got on its way; only where one transaction is read
 */
@Serdeable
public record TransactionResponse(
        @Literal("transaction") String object,
        @Spells(TransactionId.class) String transactionId,
        @Spells(AccountId.class) String accountId,
        @Spells(TransactionStatus.class) String status,
        @Nullable String reference,
        @Nullable String description,
        List<String> tags,
        Map<String, String> metadata,
        @Spells(Money.class) String amount,
        @Spells(Asset.class) String asset,
        @Nullable FeeResponse fee,
        @Spells(Instant.class) String createdAt,
        @Spells(Instant.class) String updatedAt,
        @Spells(TransactionType.class) String type,
        @Spells(DetailsResponse.class) Object details,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) HoldResponse hold,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) DispatchResponse dispatch) implements AboutTransaction {

    public static TransactionResponse of(Transaction transaction) {
        return of(transaction, Optional.empty());
    }

    static TransactionResponse found(GetTransaction.Result found) {
        return of(found.transaction(), found.dispatch());
    }

    private static TransactionResponse of(Transaction transaction, Optional<Dispatch> dispatch) {
        return new TransactionResponse(
                "transaction",
                transaction.id().toString(),
                transaction.account().toString(),
                transaction.status().name(),
                transaction.memo().reference().map(Reference::text).orElse(null),
                OptionalText.orNull(transaction.memo().description()),
                transaction.memo().tags(),
                transaction.memo().metadata(),
                transaction.amount().decimal(),
                transaction.amount().asset().code(),
                transaction.fee().map(FeeResponse::of).orElse(null),
                Timestamp.format(transaction.createdAt()),
                Timestamp.format(transaction.updatedAt()),
                transaction.type().name(),
                details(transaction),
                transaction.hold().map(HoldResponse::of).orElse(null),
                dispatch.map(DispatchResponse::of).orElse(null));
    }

    /** What only transactions of a type have. */
    sealed interface DetailsResponse {}

    private static DetailsResponse details(Transaction transaction) {
        var reversedBy = transaction.reversedBy().map(TransactionId::toString).orElse(null);
        return switch (transaction.details()) {
            case Details.Trade trade -> TradeDetails.of(transaction.amount(), trade, reversedBy);
            case Details.CryptoPayout payout -> CryptoPayoutDetails.of(payout, reversedBy, returns(transaction));
            case Details.FiatPayout payout -> FiatPayoutDetails.of(payout, reversedBy, returns(transaction));
            case Details.CryptoPayin payin -> payin.source().<DetailsResponse>map(CryptoPayinDetails::of).orElseGet(PayinDetails::new);
            case Details.FiatPayin payin -> new PayinDetails();
            case Details.PayoutReturn back -> new ReturnDetails(back.payout().toString(), back.evidence());
            case Details.Adjustment adjustment ->
                new AdjustmentDetails(
                        adjustment.reverses().toString(),
                        transaction.memo().description(),
                        OptionalText.orNull(adjustment.by()),
                        OptionalText.orNull(adjustment.evidence()));
            case Details.TransferOut out ->
                new TransferDetails(Direction.OUT.name(), transaction.account().toString(), out.to().toString());
            case Details.TransferIn in -> new TransferDetails(Direction.IN.name(), in.from().toString(), transaction.account().toString());
            case Details.NetworkTransferOut out -> new NetworkTransferDetails(out.beneficiary().toString(), out.target().text());
            case Details.NetworkTransferIn in -> new NetworkReceiptDetails(in.sender().text(), in.senderName().orElse(null));
        };
    }

    @Nullable
    private static List<ReturnedResponse> returns(Transaction transaction) {
        return transaction.returns().isEmpty() ? null : transaction.returns().stream().map(ReturnedResponse::of).toList();
    }

    /** @param transactionId the transaction that has brought the money back */
    @Serdeable
    record ReturnedResponse(@Spells(TransactionId.class) String transactionId, @Spells(Money.class) String amount) {

        static ReturnedResponse of(Transaction.Returned returned) {
            return new ReturnedResponse(returned.by().toString(), returned.amount().decimal());
        }
    }

    /** @param reversedBy the transaction that has undone it; absent if none has */
    @Serdeable
    record TradeDetails(
            @Spells(QuoteId.class) String quoteId,
            @Spells(Asset.class) String fromAsset,
            @Spells(Asset.class) String toAsset,
            @Spells(Money.class) String fromAmount,
            @Spells(Money.class) String toAmount,
            @Spells(Money.class) String spreadFee,
            @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) @Spells(TransactionId.class) String reversedBy) implements DetailsResponse {

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

    /**
     * @param reversedBy the transaction that has undone it, as was possible once; absent if none has
     * @param returns what has come back of it, the oldest first; absent if nothing has
     */
    @Serdeable
    record CryptoPayoutDetails(
            @Spells(BeneficiaryId.class) String beneficiaryId,
            @Spells(ChainName.class) String chainName,
            String toAddress,
            @Nullable String txHash,
            @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) @Spells(TransactionId.class) String reversedBy,
            @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) List<ReturnedResponse> returns) implements DetailsResponse {

        static CryptoPayoutDetails of(
                Details.CryptoPayout payout, @Nullable String reversedBy, @Nullable List<ReturnedResponse> returns) {
            return new CryptoPayoutDetails(
                    payout.beneficiary().toString(), payout.chain().name(), payout.toAddress(), payout.txHash().orElse(null), reversedBy, returns);
        }
    }

    /**
     * @param reversedBy the transaction that has undone it, as was possible once; absent if none has
     * @param returns what has come back of it, the oldest first; absent if nothing has
     */
    @Serdeable
    record FiatPayoutDetails(
            @Spells(BeneficiaryId.class) String beneficiaryId,
            @Spells(BankMethod.class) String method,
            BankSnapshotResponse bank,
            @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) @Spells(TransactionId.class) String reversedBy,
            @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) List<ReturnedResponse> returns) implements DetailsResponse {

        static FiatPayoutDetails of(
                Details.FiatPayout payout, @Nullable String reversedBy, @Nullable List<ReturnedResponse> returns) {
            return new FiatPayoutDetails(
                    payout.beneficiary().toString(), payout.method().name(), BankSnapshotResponse.of(payout), reversedBy, returns);
        }
    }

    /**
     * @param chainTransactionId by which the chain knows it
     * @param blockTimestamp by the chain's own clock
     */
    @Serdeable
    record CryptoPayinDetails(
            @Spells(ChainName.class) String chainName,
            String chainTransactionId,
            String fromAddress,
            String toAddress,
            long blockHeight,
            @Spells(Instant.class) String blockTimestamp) implements DetailsResponse {

        static CryptoPayinDetails of(Details.OnChain source) {
            return new CryptoPayinDetails(
                    source.chain().name(),
                    source.txHash(),
                    source.fromAddress(),
                    source.toAddress(),
                    source.blockHeight(),
                    Timestamp.format(source.blockTime()));
        }
    }

    /** Which way the money went, as seen from the account of the transaction. */
    enum Direction {
        OUT,
        IN
    }

    @Serdeable
    record TransferDetails(
            @Spells(Direction.class) String direction,
            @Spells(AccountId.class) String fromAccountId,
            @Spells(AccountId.class) String toAccountId) implements DetailsResponse {}

    /** @param targetHandle the receiver's handle when the beneficiary was registered */
    @Serdeable
    record NetworkTransferDetails(@Spells(BeneficiaryId.class) String beneficiaryId, @Spells(ANetworkHandle.class) String targetHandle)
            implements DetailsResponse {}

    /**
     * @param senderHandle the sender's handle when it paid
     * @param senderName null if the sender does not show it
     */
    @Serdeable
    record NetworkReceiptDetails(@Spells(ANetworkHandle.class) String senderHandle, @Nullable String senderName) implements DetailsResponse {}

    /** Nothing is known of where a deposit of the sandbox came from. */
    @Serdeable
    record PayinDetails() implements DetailsResponse {}

    /** @param returns the payout whose money it brings back */
    @Serdeable
    record ReturnDetails(@Spells(TransactionId.class) String returns, String evidence) implements DetailsResponse {}

    /**
     * @param reverses the transaction that it undoes
     * @param by who has decided it; absent if it is from before that was kept, as is the evidence
     */
    @Serdeable
    record AdjustmentDetails(
            @Spells(TransactionId.class) String reverses,
            String reason,
            @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) String by,
            @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) String evidence) implements DetailsResponse {}
}
