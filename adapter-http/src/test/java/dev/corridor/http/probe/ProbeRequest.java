package dev.corridor.http.probe;

import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.http.api.account.AnAccountId;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.AssetCode;
import dev.corridor.http.edge.validation.DecimalAmount;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Metadata;
import dev.corridor.http.edge.validation.OneOf;
import dev.corridor.http.edge.validation.Relations;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Tags;
import dev.corridor.http.edge.validation.Text;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;

@Introspected
record ProbeRequest(
        @Required @Is(AnAccountId.class) String accountId,
        @Required @AssetCode String fromAsset,
        @Required @AssetCode String toAsset,
        @Nullable @Is(DecimalAmount.class) String fromAmount,
        @Nullable @Is(DecimalAmount.class) String toAmount,
        @Nullable String chainName,
        @Nullable String address,
        @Nullable @Text(max = 100) String description,
        @Nullable @OneOf(BankMethod.class) String method,
        @Nullable Boolean urgent,
        @Nullable @Is(Tags.class) List<String> tags,
        @Nullable @Is(Metadata.class) Map<String, String> metadata)
        implements JsonRequest {

    @Override
    public void relate(Relations fields) {
        fields.exactlyOne("fromAmount", fromAmount, "toAmount", toAmount);
        fields.different("toAsset", toAsset, "fromAsset", fromAsset);
        fields.fits("fromAmount", fromAmount, fromAsset);
        fields.fits("toAmount", toAmount, toAsset);
        if (fields.isSound("chainName", chainName) && fields.isSound("address", address)) {
            fields.require("address", !chainName.equals("ethereum") || address.length() == 42, "must be an address of the chain");
        }
    }
}
