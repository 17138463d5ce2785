package dev.corridor.client.api;

import dev.corridor.client.Listing;
import dev.corridor.client.Request;
import dev.corridor.client.Target;
import dev.corridor.client.model.BatchItem;
import dev.corridor.client.model.CryptoPayout;
import dev.corridor.client.model.CryptoPayoutRequest;
import dev.corridor.client.model.FiatPayout;
import dev.corridor.client.model.FiatPayoutRequest;
import dev.corridor.client.model.ListBatchItemsQuery;
import dev.corridor.client.model.ListTransactionsQuery;
import dev.corridor.client.model.NetworkTransfer;
import dev.corridor.client.model.NetworkTransferRequest;
import dev.corridor.client.model.PayoutBatch;
import dev.corridor.client.model.ReversalRequest;
import dev.corridor.client.model.Transaction;
import dev.corridor.client.model.Transfer;
import dev.corridor.client.model.TransferRequest;
import java.util.List;

public final class Transactions {

    private Transactions() {}

    /** List your batches of payouts, newest first. Requires {@code transactions:read}. */
    public static Listing<PayoutBatch> listPayoutBatches() {
        return Listing.of("/v1/payout-batches", PayoutBatch.class);
    }

    /** Read a batch of payouts: how many of its items are in each state. Requires {@code transactions:read}. */
    public static Request<PayoutBatch> getPayoutBatch(String batchId) {
        return Request.of("GET", Target.path("/v1/payout-batches/{batchId}", batchId), PayoutBatch.class);
    }

    /** Cancel what of a batch is not decided yet. Requires {@code payouts:write}. */
    public static Request<PayoutBatch> cancelPayoutBatch(String batchId) {
        return Request.once("POST", Target.path("/v1/payout-batches/{batchId}/cancel", batchId), PayoutBatch.class);
    }

    /**
     * List the items of a batch in the order of its body, each with its transaction or with what it was refused for. Requires {@code
     * transactions:read}.
     */
    public static Listing<BatchItem> listBatchItems(String batchId) {
        return Listing.of(Target.path("/v1/payout-batches/{batchId}/items", batchId), BatchItem.class);
    }

    /**
     * List the items of a batch in the order of its body, each with its transaction or with what it was refused for. Requires {@code
     * transactions:read}.
     */
    public static Listing<BatchItem> listBatchItems(String batchId, ListBatchItemsQuery query) {
        return Listing.of(Target.path("/v1/payout-batches/{batchId}/items", batchId), BatchItem.class).query(query);
    }

    /** List your transactions, newest first. Requires {@code transactions:read}. */
    public static Listing<Transaction> listTransactions() {
        return Listing.of("/v1/transactions", Transaction.class);
    }

    /** List your transactions, newest first. Requires {@code transactions:read}. */
    public static Listing<Transaction> listTransactions(ListTransactionsQuery query) {
        return Listing.of("/v1/transactions", Transaction.class).query(query);
    }

    /** Pay a beneficiary over a blockchain. Requires {@code payouts:write}. */
    public static Request<CryptoPayout> payOutCrypto(CryptoPayoutRequest body) {
        return Request.once("POST", "/v1/transactions/crypto-payouts", CryptoPayout.class).body(body);
    }

    /** Pay a beneficiary through a bank. Requires {@code payouts:write}. */
    public static Request<FiatPayout> payOutFiat(FiatPayoutRequest body) {
        return Request.once("POST", "/v1/transactions/fiat-payouts", FiatPayout.class).body(body);
    }

    /** Pay another organization, a beneficiary of the network. Requires {@code payouts:write}. */
    public static Request<NetworkTransfer> transferOverNetwork(NetworkTransferRequest body) {
        return Request.once("POST", "/v1/transactions/nxosnet-transfers", NetworkTransfer.class).body(body);
    }

    /** Move money from one of your accounts to another. Requires {@code payouts:write}. */
    public static Request<Transfer> transferBetweenAccounts(TransferRequest body) {
        return Request.once("POST", "/v1/transactions/transfers", Transfer.class).body(body);
    }

    /** Read a transaction. Requires {@code transactions:read}. */
    public static Request<Transaction> getTransaction(String transactionId) {
        return Request.of("GET", Target.path("/v1/transactions/{transactionId}", transactionId), Transaction.class);
    }

    /** Approve a payout that waits for it: its money is set aside, and it is sent. Requires {@code payouts:write}. */
    public static Request<Transaction> approvePayout(String transactionId) {
        return Request.once("POST", Target.path("/v1/transactions/{transactionId}/approve", transactionId), Transaction.class);
    }

    /** Cancel a payout that waits, for its time or for a decision: it is DECLINED, and its reference is free. Requires {@code payouts:write}. */
    public static Request<Transaction> cancelPayout(String transactionId) {
        return Request.once("POST", Target.path("/v1/transactions/{transactionId}/cancel", transactionId), Transaction.class);
    }

    /** Reject a payout that waits for its approval: it is DECLINED. Requires {@code payouts:write}. */
    public static Request<Transaction> rejectPayout(String transactionId) {
        return Request.once("POST", Target.path("/v1/transactions/{transactionId}/reject", transactionId), Transaction.class);
    }

    /**
     * Undo a trade that was made by mistake, once and soon: everything it moved moves back, its fee included, by a transaction of its own. Requires
     * {@code transactions:reverse}.
     */
    public static Request<Transaction> reverseTransaction(String transactionId, ReversalRequest body) {
        return Request.once("POST", Target.path("/v1/transactions/{transactionId}/reverse", transactionId), Transaction.class).body(body);
    }
}
