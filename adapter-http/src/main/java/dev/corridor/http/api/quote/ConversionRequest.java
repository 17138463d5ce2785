package dev.corridor.http.api.quote;

import dev.corridor.application.idempotency.Once;
import dev.corridor.application.quote.Convert;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.AssetCode;
import dev.corridor.http.edge.validation.DecimalAmount;
import dev.corridor.http.edge.validation.Different;
import dev.corridor.http.edge.validation.FitsAsset;
import dev.corridor.http.edge.validation.Id;
import dev.corridor.http.edge.validation.Required;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.PositiveOrZero;

/** @param slippageBps how many basis points less may be received than at the price of now, 0 to 1000 */
@Introspected
@Different(value = "toAsset", other = "fromAsset")
@FitsAsset(amount = "fromAmount", asset = "fromAsset")
record ConversionRequest(
        @Required @Id(thing = "an account", prefix = "acct_") String accountId,
        @Required @AssetCode String fromAsset,
        @Required @AssetCode String toAsset,
        @Required @DecimalAmount String fromAmount,
        @Required @PositiveOrZero(message = "must not be negative") Long slippageBps)
        implements JsonRequest {

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
