package dev.corridor.http.probe;

import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.AssetCode;
import dev.corridor.http.edge.validation.ChainAddress;
import dev.corridor.http.edge.validation.DecimalAmount;
import dev.corridor.http.edge.validation.Different;
import dev.corridor.http.edge.validation.ExactlyOneOf;
import dev.corridor.http.edge.validation.FitsAsset;
import dev.corridor.http.edge.validation.Id;
import dev.corridor.http.edge.validation.KnownChain;
import dev.corridor.http.edge.validation.Metadata;
import dev.corridor.http.edge.validation.OneOf;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Tags;
import dev.corridor.http.edge.validation.Text;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;

@Introspected
@ExactlyOneOf(value = "fromAmount", other = "toAmount")
@Different(value = "toAsset", other = "fromAsset")
@FitsAsset(amount = "fromAmount", asset = "fromAsset")
@FitsAsset(amount = "toAmount", asset = "toAsset")
@ChainAddress(chain = "chainName", address = "address")
record ProbeRequest(
        @Required @Id(thing = "an account", prefix = "acct_") String accountId,
        @Required @AssetCode String fromAsset,
        @Required @AssetCode String toAsset,
        @Nullable @DecimalAmount String fromAmount,
        @Nullable @DecimalAmount String toAmount,
        @Nullable @KnownChain String chainName,
        @Nullable String address,
        @Nullable @Text(max = 100) String description,
        @Nullable @OneOf({"WIRE", "SEPA", "ACH"}) String method,
        @Nullable Boolean urgent,
        @Nullable @Tags List<String> tags,
        @Nullable @Metadata Map<String, String> metadata)
        implements JsonRequest {}
