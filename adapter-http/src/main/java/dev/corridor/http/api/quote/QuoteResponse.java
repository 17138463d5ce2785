package dev.corridor.http.api.quote;

import dev.corridor.application.quote.QuoteAt;
import dev.corridor.domain.money.Money;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A quote. Amounts are in major units.
 *
 * @param appliedRate the price of one unit of toAsset, spread included
 * @param spread the house's part of fromAmount; null if none
 */
@Serdeable
public record QuoteResponse(
        String object,
        String quoteId,
        String accountId,
        String fromAsset,
        String toAsset,
        String fromAmount,
        String toAmount,
        String appliedRate,
        @Nullable SpreadResponse spread,
        String status,
        String expiresAt,
        String createdAt) {

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
    record SpreadResponse(String fee, String asset) {

        static SpreadResponse of(Money fee) {
            return new SpreadResponse(fee.decimal(), fee.asset().code());
        }
    }
}
