package dev.corridor.http.api.transaction;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.TransferBetweenAccounts;
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
import jakarta.validation.Valid;

@Introspected
record TransferRequest(
        @Required @Is(AnAccountId.class) String fromAccountId,
        @Required @Is(AnAccountId.class) String toAccountId,
        @Required @Is(DecimalAmount.class) String amount,
        @Required @AssetCode String asset,
        @JsonUnwrapped @Valid NotesFields notes)
        implements JsonRequest {

    @Override
    public void relate(Relations fields) {
        fields.different("toAccountId", toAccountId, "fromAccountId", fromAccountId);
        fields.fits("amount", amount, asset);
    }

    TransferBetweenAccounts.Command toCommand(Caller caller, AssetCatalogue assets, Once<Transaction> once) {
        return new TransferBetweenAccounts.Command(
                caller,
                AccountId.parse(fromAccountId),
                AccountId.parse(toAccountId),
                Money.of(amount, assets.get(asset)),
                notes.toMemo(caller),
                once);
    }
}
