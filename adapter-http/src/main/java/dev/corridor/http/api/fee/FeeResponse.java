package dev.corridor.http.api.fee;

import dev.corridor.domain.fee.Fee;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What a payout costs, on top of its amount.
 *
 * @param fixed in major units, as the others
 * @param bps hundredths of a percent of the amount
 * @param bpsAmount the share that they are, rounded half up at the asset's smallest unit
 * @param total set aside with the amount, charged when the payout is COMPLETED, released when it is DECLINED
 */
@Serdeable
public record FeeResponse(
        @Spells(Money.class) String fixed,
        int bps,
        @Spells(Money.class) String bpsAmount,
        @Spells(Money.class) String total,
        @Spells(Asset.class) String asset) {

    public static FeeResponse of(Fee fee) {
        return new FeeResponse(
                fee.schedule().fixed().decimal(),
                fee.schedule().basisPoints(),
                fee.share().decimal(),
                fee.total().decimal(),
                fee.total().asset().code());
    }
}
