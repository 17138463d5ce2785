package dev.corridor.http.api.sandbox;

import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.Deposit;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.AssetCode;
import dev.corridor.http.edge.validation.DecimalAmount;
import dev.corridor.http.edge.validation.FitsAsset;
import dev.corridor.http.edge.validation.Id;
import dev.corridor.http.edge.validation.Required;
import io.micronaut.core.annotation.Introspected;

@Introspected
@FitsAsset(amount = "amount", asset = "asset")
record DepositRequest(
        @Required @Id(thing = "an account", prefix = "acct_") String accountId,
        @Required @AssetCode String asset,
        @Required @DecimalAmount String amount)
        implements JsonRequest {

    Deposit.Command toCommand(Caller caller, AssetCatalogue assets, Once<Transaction> once) {
        return new Deposit.Command(caller, AccountId.parse(accountId), Money.of(amount, assets.get(asset)), once);
    }
}
