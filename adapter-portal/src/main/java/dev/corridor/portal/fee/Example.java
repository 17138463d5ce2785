package dev.corridor.portal.fee;

import dev.corridor.domain.money.Money;

/**
 * What a payout would cost.
 *
 * @param amount that would arrive
 */
record Example(Money amount, Money fee) {

    Money total() {
        return amount.plus(fee);
    }
}
