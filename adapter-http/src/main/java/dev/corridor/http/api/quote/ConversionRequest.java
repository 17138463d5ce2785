package dev.corridor.http.api.quote;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.quote.Convert;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.http.api.account.AnAccountId;
import dev.corridor.http.api.transaction.NotesFields;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.AssetCode;
import dev.corridor.http.edge.validation.DecimalAmount;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Relations;
import dev.corridor.http.edge.validation.Required;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Either {@code minToAmount} or {@code slippageBps} is given, or both.
 *
 * @param minToAmount the least amount of toAsset that the client accepts, in major units
 * @param slippageBps how much less may be received than at the price when the request arrives, in basis points, 0 to 1000
 */
@Introspected
record ConversionRequest(
        @Required @Is(AnAccountId.class) String accountId,
        @Required @AssetCode String fromAsset,
        @Required @AssetCode String toAsset,
        @Required @Is(DecimalAmount.class) String fromAmount,
        @Nullable @Is(DecimalAmount.class) String minToAmount,
        @Nullable @PositiveOrZero(message = "must not be negative") Long slippageBps,
        @JsonUnwrapped @Valid NotesFields notes)
        implements JsonRequest {

    @Override
    public void relate(Relations fields) {
        fields.different("toAsset", toAsset, "fromAsset", fromAsset);
        fields.fits("fromAmount", fromAmount, fromAsset);
        fields.fits("minToAmount", minToAmount, toAsset);
        fields.atLeastOne(new Relations.Field("slippageBps", slippageBps), new Relations.Field("minToAmount", minToAmount));
    }

    Convert.Command toCommand(Caller caller, AssetCatalogue assets, Once<Transaction> once) {
        return new Convert.Command(
                caller,
                AccountId.parse(accountId),
                Money.of(fromAmount, assets.get(fromAsset)),
                assets.get(toAsset),
                Optional.ofNullable(minToAmount).map(amount -> Money.of(amount, assets.get(toAsset))),
                slippageBps == null ? OptionalLong.empty() : OptionalLong.of(slippageBps),
                notes.toMemo(caller),
                once);
    }
}
