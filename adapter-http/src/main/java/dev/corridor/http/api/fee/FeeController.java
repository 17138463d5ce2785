package dev.corridor.http.api.fee;

import dev.corridor.application.fee.GetFeeSchedule;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.http.api.beneficiary.KnownChain;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.RequiresPermission;
import dev.corridor.http.edge.wire.Parameter;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The chain and the method do not change the price; they are read, because the contract has them, and must be ones that there are. */
@Controller("/v1/fees")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Fees")
final class FeeController {

    private final GetFeeSchedule getFeeSchedule;
    private final AssetCatalogue assets;

    FeeController(GetFeeSchedule getFeeSchedule, AssetCatalogue assets) {
        this.getFeeSchedule = getFeeSchedule;
        this.assets = assets;
    }

    /**
     * Read what a payout over a blockchain costs now.
     *
     * @param chainName the chain that it would go over
     * @param asset that would be paid
     */
    @Get("/crypto-payout")
    @Performs(GetFeeSchedule.class)
    @RequiresPermission(Permission.QUOTES_READ)
    FeeScheduleResponse getCryptoPayoutFee(
            @Authenticated Caller caller,
            @QueryValue @Spells(KnownChain.class) String chainName,
            @QueryValue @Spells(Asset.class) String asset) {
        var priced = Parameter.parseAsset(asset, assets);
        Parameter.parse("chainName", chainName, name -> ChainName.find(name, caller.environment())
                .orElseThrow(() -> new IllegalArgumentException("no such chain")));
        return read(caller, FeeKey.cryptoPayout(priced));
    }

    /**
     * Read what a payout through a bank costs now.
     *
     * @param method by which it would be paid
     * @param asset that would be paid
     */
    @Get("/fiat-payout")
    @Performs(GetFeeSchedule.class)
    @RequiresPermission(Permission.QUOTES_READ)
    FeeScheduleResponse getFiatPayoutFee(
            @Authenticated Caller caller,
            @QueryValue @Spells(BankMethod.class) String method,
            @QueryValue @Spells(Asset.class) String asset) {
        var priced = Parameter.parseAsset(asset, assets);
        Parameter.parse("method", method, BankMethod::valueOf);
        return read(caller, FeeKey.fiatPayout(priced));
    }

    private FeeScheduleResponse read(Caller caller, FeeKey key) {
        return FeeScheduleResponse.of(getFeeSchedule.get(new GetFeeSchedule.Command(caller, key)));
    }
}
