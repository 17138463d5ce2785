package com.example;

import dev.corridor.client.Channel;
import dev.corridor.client.ConnectionException;
import dev.corridor.client.CorridorClient;
import dev.corridor.client.CorridorException;
import dev.corridor.client.Webhook;
import dev.corridor.client.api.Quotes;
import dev.corridor.client.api.Transactions;
import dev.corridor.client.model.ErrorDetails.InsufficientFunds;
import dev.corridor.client.model.ErrorDetails.QuoteExpired;
import dev.corridor.client.model.ListTransactionsQuery;
import dev.corridor.client.model.Transaction;
import dev.corridor.client.model.TransactionStatus;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/** What a program needs beside its first payment. */
public final class ClientTour {

    private final CorridorClient corridor;

    public ClientTour(String url, String key, String signingSecret) {
        // Without signatures: CorridorClient.at(url).key(key)
        this.corridor = CorridorClient.at(url).signedKey(key, signingSecret);
    }

    /** A refusal has a code, consequences and the facts of its code. */
    public String execute(String quoteId, String idempotencyKey) {
        var request = Quotes.executeQuote(quoteId).idempotencyKey(idempotencyKey);
        try {
            return corridor.send(request).transactionId();
        } catch (CorridorException refusal) {
            var details = refusal.details().orElse(null);
            if (details instanceof InsufficientFunds lack) {
                return lack.required() + " " + lack.asset() + " are needed, " + lack.available() + " are there";
            } else if (details instanceof QuoteExpired expired) {
                return "the quote was good until " + expired.expiredAt();
            }
            return refusal.code().value() + ", " + refusal.outcome() + ", ask for " + refusal.requestId();
        } catch (ConnectionException lost) {
            // Nothing is known. The same key makes it harmless to send the request again, now or after a restart of this program.
            return corridor.send(request).transactionId();
        }
    }

    /** The next page is asked for when its first item is. */
    public void printWhatIsLocked() {
        var locked = ListTransactionsQuery.of().status(List.of(TransactionStatus.LOCKED));
        for (var transaction : corridor.list(Transactions.listTransactions(locked))) {
            System.out.println(transaction.transactionId() + " " + transaction.amount() + " " + transaction.asset());
        }
    }

    /** Stored with what it has caused, the sequence continues the feed after a restart. A broken connection needs nothing. */
    public void follow(long lastSequence, LongConsumer store) {
        try (var feed = corridor.follow(Channel.TRANSACTIONS, lastSequence)) {
            for (var event : feed) {
                System.out.println(event.data().transactionId() + " is " + event.data().status());
                store.accept(event.sequence());
            }
        }
    }

    /** In the handler of your endpoint, before anything else. A wrong signature is an InvalidSignatureException. */
    public String receive(byte[] body, UnaryOperator<String> headers, String endpointSecret) {
        var message = Webhook.of(endpointSecret).verify(body, headers);
        return switch (message.type()) {
            case TRANSACTION_STATUS_UPDATED -> message.data(Transaction.class).status().value();
            default -> message.id();
        };
    }
}
