package dev.corridor.domain.fee;

import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;

/**
 * What a payout costs.
 *
 * @param schedule by which it was computed
 * @param share of the amount, in the asset of the payout
 */
public record Fee(FeeSchedule schedule, Money share) {

    public static Fee none(Asset asset) {
        return FeeSchedule.free(asset).on(Money.zero(asset));
    }

    /** What is charged on top of the amount. */
    public Money total() {
        return schedule.fixed().plus(share);
    }
}
