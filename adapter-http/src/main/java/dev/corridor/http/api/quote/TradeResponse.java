package dev.corridor.http.api.quote;

import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.serde.annotation.Serdeable;

/** An executed quote. Amounts are in major units. */
@Serdeable
record TradeResponse(
        String object,
        String transactionId,
        String quoteId,
        String fromAsset,
        String toAsset,
        String fromAmount,
        String toAmount,
        String status,
        String createdAt) {

    static TradeResponse of(Transaction transaction) {
        var trade = (Details.Trade) transaction.details();
        return new TradeResponse(
                "trade",
                transaction.id().toString(),
                trade.quote().toString(),
                transaction.amount().asset().code(),
                trade.received().asset().code(),
                transaction.amount().decimal(),
                trade.received().decimal(),
                transaction.status().name(),
                Timestamp.format(transaction.createdAt()));
    }
}
