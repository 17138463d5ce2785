package dev.corridor.http.api.quote;

import dev.corridor.application.idempotency.Once;
import dev.corridor.application.quote.IssueQuote.Side;
import dev.corridor.application.quote.IssueQuote;
import dev.corridor.application.quote.QuoteAt;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.AssetCode;
import dev.corridor.http.edge.validation.DecimalAmount;
import dev.corridor.http.edge.validation.Different;
import dev.corridor.http.edge.validation.ExactlyOneOf;
import dev.corridor.http.edge.validation.FitsAsset;
import dev.corridor.http.edge.validation.Id;
import dev.corridor.http.edge.validation.Required;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;

@Introspected
@ExactlyOneOf(value = "fromAmount", other = "toAmount")
@Different(value = "toAsset", other = "fromAsset")
@FitsAsset(amount = "fromAmount", asset = "fromAsset")
@FitsAsset(amount = "toAmount", asset = "toAsset")
record CreateQuoteRequest(
        @Required @Id(thing = "an account", prefix = "acct_") String accountId,
        @Required @AssetCode String fromAsset,
        @Required @AssetCode String toAsset,
        @Nullable @DecimalAmount String fromAmount,
        @Nullable @DecimalAmount String toAmount)
        implements JsonRequest {

    IssueQuote.Command toCommand(Caller caller, AssetCatalogue assets, Once<QuoteAt> once) {
        return new IssueQuote.Command(caller, AccountId.parse(accountId), side(assets), once);
    }

    private Side side(AssetCatalogue assets) {
        var from = assets.get(fromAsset);
        var to = assets.get(toAsset);
        return fromAmount == null ? new Side.Buy(from, Money.of(toAmount, to)) : new Side.Sell(Money.of(fromAmount, from), to);
    }
}
