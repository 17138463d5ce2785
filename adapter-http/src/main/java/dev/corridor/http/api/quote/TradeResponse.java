package dev.corridor.http.api.quote;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
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
 * An executed quote. Amounts are in major units. A conversion has the notes that came with its request; those that did not come are absent.
 *
 * @param reference your own name for it
 */
@Serdeable
record TradeResponse(
        @Literal("trade") String object,
        @Spells(TransactionId.class) String transactionId,
        @Spells(QuoteId.class) String quoteId,
        @Spells(Asset.class) String fromAsset,
        @Spells(Asset.class) String toAsset,
        @Spells(Money.class) String fromAmount,
        @Spells(Money.class) String toAmount,
        @Spells(TransactionStatus.class) String status,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) String reference,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) String description,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tags,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> metadata,
        @Spells(Instant.class) String createdAt) implements AboutTransaction {

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
                transaction.memo().reference().map(Reference::text).orElse(null),
                OptionalText.orNull(transaction.memo().description()),
                transaction.memo().tags(),
                transaction.memo().metadata(),
                Timestamp.format(transaction.createdAt()));
    }
}
