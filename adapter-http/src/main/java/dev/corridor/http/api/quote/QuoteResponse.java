package dev.corridor.http.api.quote;

import dev.corridor.application.quote.QuoteAt;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A quote. Amounts are in major units.
 *
 * @param appliedRate the price of one unit of toAsset, spread included
 * @param spread the house's part of fromAmount; null if none
 */
@Serdeable
public record QuoteResponse(
        @Literal("quote") String object,
        @Spells(QuoteId.class) String quoteId,
        @Spells(AccountId.class) String accountId,
        @Spells(Asset.class) String fromAsset,
        @Spells(Asset.class) String toAsset,
        @Spells(Money.class) String fromAmount,
        @Spells(Money.class) String toAmount,
        @Spells(Rate.class) String appliedRate,
        @Nullable SpreadResponse spread,
        @Spells(Quote.Status.class) String status,
        @Spells(Instant.class) String expiresAt,
        @Spells(Instant.class) String createdAt) {

    public static QuoteResponse of(QuoteAt seen) {
        var terms = seen.quote().terms();
        var conversion = terms.conversion();
        return new QuoteResponse(
                "quote",
                terms.id().toString(),
                terms.account().toString(),
                conversion.from().asset().code(),
                conversion.to().asset().code(),
                conversion.from().decimal(),
                conversion.to().decimal(),
                conversion.appliedRate(),
                conversion.fee().isZero() ? null : SpreadResponse.of(conversion.fee()),
                seen.status().name(),
                Timestamp.format(terms.expiresAt()),
                Timestamp.format(terms.issuedAt()));
    }

    @Serdeable
    record SpreadResponse(@Spells(Money.class) String fee, @Spells(Asset.class) String asset) {

        static SpreadResponse of(Money fee) {
            return new SpreadResponse(fee.decimal(), fee.asset().code());
        }
    }
}
