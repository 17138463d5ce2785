package dev.corridor.http.api.quote;

import dev.corridor.application.idempotency.Once;
import dev.corridor.application.quote.IssueQuote.Side;
import dev.corridor.application.quote.IssueQuote;
import dev.corridor.application.quote.QuoteAt;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.http.api.account.AnAccountId;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.AssetCode;
import dev.corridor.http.edge.validation.DecimalAmount;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Relations;
import dev.corridor.http.edge.validation.Required;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;

@Introspected
record CreateQuoteRequest(
        @Required @Is(AnAccountId.class) String accountId,
        @Required @AssetCode String fromAsset,
        @Required @AssetCode String toAsset,
        @Nullable @Is(DecimalAmount.class) String fromAmount,
        @Nullable @Is(DecimalAmount.class) String toAmount)
        implements JsonRequest {

    @Override
    public void relate(Relations fields) {
        fields.exactlyOne("fromAmount", fromAmount, "toAmount", toAmount);
        fields.different("toAsset", toAsset, "fromAsset", fromAsset);
        fields.fits("fromAmount", fromAmount, fromAsset);
        fields.fits("toAmount", toAmount, toAsset);
    }

    IssueQuote.Command toCommand(Caller caller, AssetCatalogue assets, Once<QuoteAt> once) {
        return new IssueQuote.Command(caller, AccountId.parse(accountId), side(assets), once);
    }

    private Side side(AssetCatalogue assets) {
        var from = assets.get(fromAsset);
        var to = assets.get(toAsset);
        return fromAmount == null ? new Side.Buy(from, Money.of(toAmount, to)) : new Side.Sell(Money.of(fromAmount, from), to);
    }
}
