package dev.corridor.http.api.sandbox;

import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.Deposit;
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

@Introspected
record DepositRequest(
        @Required @Is(AnAccountId.class) String accountId,
        @Required @AssetCode String asset,
        @Required @Is(DecimalAmount.class) String amount)
        implements JsonRequest {

    @Override
    public void relate(Relations fields) {
        fields.fits("amount", amount, asset);
    }

    Deposit.Command toCommand(Caller caller, AssetCatalogue assets, Once<Transaction> once) {
        return new Deposit.Command(caller, AccountId.parse(accountId), Money.of(amount, assets.get(asset)), once);
    }
}
