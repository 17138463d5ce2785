package dev.corridor.http.api.transaction;

import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.PayOutCrypto;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.AssetCode;
import dev.corridor.http.edge.validation.DecimalAmount;
import dev.corridor.http.edge.validation.FitsAsset;
import dev.corridor.http.edge.validation.Id;
import dev.corridor.http.edge.validation.KnownChain;
import dev.corridor.http.edge.validation.Metadata;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Tags;
import dev.corridor.http.edge.validation.Text;
import dev.corridor.http.edge.wire.OptionalCollections;
import dev.corridor.http.edge.wire.OptionalText;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;

@Introspected
@FitsAsset(amount = "amount", asset = "asset")
record CryptoPayoutRequest(
        @Required @Id(thing = "an account", prefix = "acct_") String accountId,
        @Required @Id(thing = "a beneficiary", prefix = "bene_") String beneficiaryId,
        @Required @DecimalAmount String amount,
        @Required @AssetCode(Asset.Kind.STABLECOIN) String asset,
        @Required @KnownChain String chainName,
        @Nullable @Text(max = 500) String description,
        @Nullable @Tags List<String> tags,
        @Nullable @Metadata Map<String, String> metadata)
        implements JsonRequest {

    PayOutCrypto.Command toCommand(Caller caller, AssetCatalogue assets, Once<Transaction> once) {
        return new PayOutCrypto.Command(
                caller,
                AccountId.parse(accountId),
                BeneficiaryId.parse(beneficiaryId),
                Money.of(amount, assets.get(asset)),
                ChainName.find(chainName, caller.environment()).orElseThrow(),
                new Memo(OptionalText.orEmpty(description), OptionalCollections.tags(tags), OptionalCollections.metadata(metadata)),
                once);
    }
}
