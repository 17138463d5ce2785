package dev.corridor.http.api.transaction;

import dev.corridor.application.transaction.CancelPayout;
import dev.corridor.application.transaction.GetTransaction;
import dev.corridor.application.transaction.JudgePayout;
import dev.corridor.application.transaction.JudgePayout.Verdict;
import dev.corridor.application.transaction.ListTransactions;
import dev.corridor.application.transaction.PayOutCrypto;
import dev.corridor.application.transaction.PayOutFiat;
import dev.corridor.application.transaction.ReverseTransaction;
import dev.corridor.application.transaction.TransferBetweenAccounts;
import dev.corridor.application.transaction.TransferOverNetwork;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.http.access.RequestOrigin;
import dev.corridor.http.edge.idempotency.Idempotent;
import dev.corridor.http.edge.idempotency.IdempotentRequest;
import dev.corridor.http.edge.page.Cursor;
import dev.corridor.http.edge.page.ListResponse;
import dev.corridor.http.edge.page.PageParameters;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.ReadsQuery;
import dev.corridor.http.edge.route.RequiresPermission;
import dev.corridor.http.edge.wire.MapParameter;
import dev.corridor.http.edge.wire.Parameter;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.enums.Explode;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.enums.ParameterStyle;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/v1/transactions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Transactions")
final class TransactionController {

    private static final Cursor<TransactionId> TRANSACTIONS = new Cursor<>("transactions", TransactionId::parse);

    private final PayOutCrypto payOutCrypto;
    private final PayOutFiat payOutFiat;
    private final TransferBetweenAccounts transferBetweenAccounts;
    private final TransferOverNetwork transferOverNetwork;
    private final ListTransactions listTransactions;
    private final GetTransaction getTransaction;
    private final JudgePayout judgePayout;
    private final CancelPayout cancelPayout;
    private final ReverseTransaction reverseTransaction;
    private final AssetCatalogue assets;

    TransactionController(
            PayOutCrypto payOutCrypto,
            PayOutFiat payOutFiat,
            TransferBetweenAccounts transferBetweenAccounts,
            TransferOverNetwork transferOverNetwork,
            ListTransactions listTransactions,
            GetTransaction getTransaction,
            JudgePayout judgePayout,
            CancelPayout cancelPayout,
            ReverseTransaction reverseTransaction,
            AssetCatalogue assets) {
        this.payOutCrypto = payOutCrypto;
        this.payOutFiat = payOutFiat;
        this.transferBetweenAccounts = transferBetweenAccounts;
        this.transferOverNetwork = transferOverNetwork;
        this.listTransactions = listTransactions;
        this.getTransaction = getTransaction;
        this.judgePayout = judgePayout;
        this.cancelPayout = cancelPayout;
        this.reverseTransaction = reverseTransaction;
        this.assets = assets;
    }

    /**
     * Pay a beneficiary over a blockchain. The response is LOCKED; read the transaction to see it COMPLETED or DECLINED. One that needs an approval is
     * EXPECTED.
     */
    @Post("/crypto-payouts")
    @Performs(PayOutCrypto.class)
    @RequiresPermission(Permission.PAYOUTS_WRITE)
    CryptoPayoutResponse payOutCrypto(
            @Authenticated Caller caller, @Body CryptoPayoutRequest request, @Idempotent IdempotentRequest attempt) {
        return attempt.answer(
                CryptoPayoutResponse::of,
                once -> payOutCrypto.payOut(request.toCommand(caller, assets, once)),
                CryptoPayoutResponse.class,
                before -> before.completed(getTransaction.get(
                        new GetTransaction.Command(caller, TransactionId.parse(before.transactionId()))).transaction()));
    }

    /** Pay a beneficiary through a bank. The transaction is LOCKED until the bank confirms it; one that needs an approval is EXPECTED first. */
    @Post("/fiat-payouts")
    @Performs(PayOutFiat.class)
    @RequiresPermission(Permission.PAYOUTS_WRITE)
    FiatPayoutResponse payOutFiat(@Authenticated Caller caller, @Body FiatPayoutRequest request, @Idempotent IdempotentRequest attempt) {
        return attempt.answer(FiatPayoutResponse::of, once -> payOutFiat.payOut(request.toCommand(caller, assets, once)));
    }

    /** Move money from one of your accounts to another. It is COMPLETED at once, and each of the two accounts has a transaction of it. */
    @Post("/transfers")
    @Performs(TransferBetweenAccounts.class)
    @RequiresPermission(Permission.PAYOUTS_WRITE)
    TransferResponse transferBetweenAccounts(
            @Authenticated Caller caller, @Body TransferRequest request, @Idempotent IdempotentRequest attempt) {
        return attempt.answer(TransferResponse::of, once -> transferBetweenAccounts.transfer(request.toCommand(caller, assets, once)));
    }

    /**
     * Pay another organization, a beneficiary of the network. It is COMPLETED at once; should the receiver's account be unable to take it, it becomes
     * REFUNDED.
     */
    @Post("/nxosnet-transfers")
    @Performs(TransferOverNetwork.class)
    @RequiresPermission(Permission.PAYOUTS_WRITE)
    NetworkTransferResponse transferOverNetwork(
            @Authenticated Caller caller, @Body NetworkTransferRequest request, @Idempotent IdempotentRequest attempt) {
        return attempt.answer(NetworkTransferResponse::of, once -> transferOverNetwork.transfer(request.toCommand(caller, assets, once)));
    }

    /** List your transactions, newest first. All filters that are given must hold. */
    @Get
    @ReadsQuery(TransactionParameters.METADATA)
    @io.swagger.v3.oas.annotations.Parameter(
            name = "metadata",
            in = ParameterIn.QUERY,
            description = "Only those whose metadata has this member: metadata[invoice]=7. Several must all be there.",
            style = ParameterStyle.DEEPOBJECT,
            explode = Explode.TRUE,
            schema = @Schema(type = "object", additionalPropertiesSchema = String.class))
    @Performs(ListTransactions.class)
    @RequiresPermission(Permission.TRANSACTIONS_READ)
    ListResponse<TransactionResponse> listTransactions(
            @Authenticated Caller caller,
            @RequestBean TransactionParameters filter,
            @RequestBean PageParameters page,
            HttpRequest<?> request) {
        var metadata = MapParameter.read(TransactionParameters.METADATA, request.getParameters());
        var command = new ListTransactions.Command(caller, filter.toFilter(caller, metadata, assets), page.toPageRequest(TRANSACTIONS));
        return ListResponse.of(listTransactions.list(command), TransactionResponse::of, Transaction::id, TRANSACTIONS);
    }

    /** Read a transaction. Of a payout, the answer also has how far it has got on its way to its chain or bank. */
    @Get("/{transactionId}")
    @Performs(GetTransaction.class)
    @RequiresPermission(Permission.TRANSACTIONS_READ)
    TransactionResponse getTransaction(@Authenticated Caller caller, @Spells(TransactionId.class) String transactionId) {
        return TransactionResponse.found(getTransaction.get(new GetTransaction.Command(caller, id(transactionId))));
    }

    /**
     * Approve a payout that waits for it: its money is set aside, and it is sent. By another key or user than the one that has made it, and not by one
     * that was shown the other's secret.
     */
    @Post("/{transactionId}/approve")
    @Consumes(MediaType.ALL)
    @Performs(JudgePayout.class)
    @RequiresPermission(Permission.PAYOUTS_WRITE)
    TransactionResponse approvePayout(
            @Authenticated Caller caller,
            @RequestOrigin Origin origin,
            @Spells(TransactionId.class) String transactionId,
            @Idempotent IdempotentRequest attempt) {
        return judge(caller, transactionId, Verdict.APPROVE, origin, attempt);
    }

    /** Reject a payout that waits for its approval: it is DECLINED. By another person than the one that has made it, as with an approval. */
    @Post("/{transactionId}/reject")
    @Consumes(MediaType.ALL)
    @Performs(JudgePayout.class)
    @RequiresPermission(Permission.PAYOUTS_WRITE)
    TransactionResponse rejectPayout(
            @Authenticated Caller caller,
            @RequestOrigin Origin origin,
            @Spells(TransactionId.class) String transactionId,
            @Idempotent IdempotentRequest attempt) {
        return judge(caller, transactionId, Verdict.REJECT, origin, attempt);
    }

    /**
     * Cancel a payout that waits, for its time or for a decision: it is DECLINED, and its reference is free. Cancelling it again changes nothing; one whose
     * money was set aside is not cancelled.
     */
    @Post("/{transactionId}/cancel")
    @Consumes(MediaType.ALL)
    @Performs(CancelPayout.class)
    @RequiresPermission(Permission.PAYOUTS_WRITE)
    TransactionResponse cancelPayout(
            @Authenticated Caller caller,
            @RequestOrigin Origin origin,
            @Spells(TransactionId.class) String transactionId,
            @Idempotent IdempotentRequest attempt) {
        var id = id(transactionId);
        return attempt.answer(TransactionResponse::of, once -> cancelPayout.cancel(new CancelPayout.Command(caller, id, origin, once)));
    }

    private TransactionResponse judge(Caller caller, String transactionId, Verdict verdict, Origin origin, IdempotentRequest attempt) {
        var id = id(transactionId);
        return attempt.answer(
                TransactionResponse::of, once -> judgePayout.judge(new JudgePayout.Command(caller, id, verdict, origin, once)));
    }

    /**
     * Undo a trade that was made by mistake, once and soon: everything it moved moves back, its fee included, by a transaction of its own. The answer
     * is that transaction, of type ADJUSTMENT. It is an operator's act: in the live environment a key has the permission only from an operator.
     */
    @Post("/{transactionId}/reverse")
    @Performs(ReverseTransaction.class)
    @RequiresPermission(Permission.TRANSACTIONS_REVERSE)
    TransactionResponse reverseTransaction(
            @Authenticated Caller caller,
            @RequestOrigin Origin origin,
            @Spells(TransactionId.class) String transactionId,
            @Body ReversalRequest request,
            @Idempotent IdempotentRequest attempt) {
        return attempt.answer(
                TransactionResponse::of, once -> reverseTransaction.reverse(request.toCommand(caller, id(transactionId), origin, once)));
    }

    private static TransactionId id(String text) {
        return Parameter.parse("transactionId", text, TransactionId::parse);
    }
}
