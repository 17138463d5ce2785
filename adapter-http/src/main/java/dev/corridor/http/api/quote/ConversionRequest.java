package dev.corridor.http.api.quote;

import dev.corridor.application.idempotency.Once;
import dev.corridor.application.quote.Convert;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.http.api.account.AnAccountId;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.AssetCode;
import dev.corridor.http.edge.validation.DecimalAmount;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Relations;
import dev.corridor.http.edge.validation.Required;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.PositiveOrZero;

/** @param slippageBps how many basis points less may be received than at the price of now, 0 to 1000 */
@Introspected
record ConversionRequest(
        @Required @Is(AnAccountId.class) String accountId,
        @Required @AssetCode String fromAsset,
        @Required @AssetCode String toAsset,
        @Required @Is(DecimalAmount.class) String fromAmount,
        @Required @PositiveOrZero(message = "must not be negative") Long slippageBps)
        implements JsonRequest {

    @Override
    public void relate(Relations fields) {
        fields.different("toAsset", toAsset, "fromAsset", fromAsset);
        fields.fits("fromAmount", fromAmount, fromAsset);
    }

    Convert.Command toCommand(Caller caller, AssetCatalogue assets, Once<Transaction> once) {
        return new Convert.Command(
                caller,
                AccountId.parse(accountId),
                Money.of(fromAmount, assets.get(fromAsset)),
                assets.get(toAsset),
                slippageBps,
                once);
    }
}
