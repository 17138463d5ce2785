package dev.corridor.http.api.fee;

import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What a payout costs now, on top of its amount: the fixed part, and a share of the amount, rounded half up at the asset's smallest unit.
 *
 * @param fixed in major units
 * @param bps hundredths of a percent of the amount
 */
@Serdeable
record FeeScheduleResponse(@Spells(Money.class) String fixed, int bps, @Spells(Asset.class) String asset) {

    static FeeScheduleResponse of(FeeSchedule schedule) {
        return new FeeScheduleResponse(schedule.fixed().decimal(), schedule.basisPoints(), schedule.fixed().asset().code());
    }
}
