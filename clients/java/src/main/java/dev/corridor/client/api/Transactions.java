package dev.corridor.client.api;

import dev.corridor.client.Listing;
import dev.corridor.client.Request;
import dev.corridor.client.Target;
import dev.corridor.client.model.CryptoPayout;
import dev.corridor.client.model.CryptoPayoutRequest;
import dev.corridor.client.model.FiatPayout;
import dev.corridor.client.model.FiatPayoutRequest;
import dev.corridor.client.model.ListTransactionsQuery;
import dev.corridor.client.model.ReversalRequest;
import dev.corridor.client.model.Transaction;
import java.util.List;

public final class Transactions {

    private Transactions() {}

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

    /** Read a transaction. Requires {@code transactions:read}. */
    public static Request<Transaction> getTransaction(String transactionId) {
        return Request.of("GET", Target.path("/v1/transactions/{transactionId}", transactionId), Transaction.class);
    }

    /**
     * Undo a trade that was made by mistake, once and soon: everything it moved moves back, its fee included, by a transaction of its own. Requires
     * {@code transactions:reverse}.
     */
    public static Request<Transaction> reverseTransaction(String transactionId, ReversalRequest body) {
        return Request.once("POST", Target.path("/v1/transactions/{transactionId}/reverse", transactionId), Transaction.class).body(body);
    }
}
