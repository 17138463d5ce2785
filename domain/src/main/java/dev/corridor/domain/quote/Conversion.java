package dev.corridor.domain.quote;

import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What is given and what is received.
 *
 * @param from what the account gives, all in
 * @param to what it receives
 * @param fee the part of {@code from} that the house keeps; may be zero
 * @param mid the rate at which the rest was converted, in the direction in which the market tells it
 */
public record Conversion(Money from, Money to, Money fee, Rate mid) {

    private static final int DECIMALS = 4;
    private static final MathContext FIVE_DIGITS = new MathContext(5, RoundingMode.HALF_UP);
    private static final MathContext PLENTY = MathContext.DECIMAL128;
    private static final BigDecimal SMALL = new BigDecimal("0.1");

    public Conversion {
        if (!from.isPositive() || !to.isPositive() || fee.isNegative() || from.isLessThan(fee)) {
            throw new IllegalArgumentException("a conversion gives and receives something, and the fee is a part of what is given");
        }
        if (!isBetween(mid, from.asset(), to.asset())) {
            throw new IllegalArgumentException("the rate is between the two assets");
        }
    }

    /** What reaches the house's exchange: what is given less the fee. */
    public Money net() {
        return from.minus(fee);
    }

    /**
     * What one whole unit received costs, spread included: {@code 1.0003}. Four decimals, or up to five significant digits below 0.1, where
     * four decimals would say too little.
     */
    public String appliedRate() {
        var rate = new BigDecimal(from.decimal()).divide(new BigDecimal(to.decimal()), PLENTY);
        var rounded = rate.compareTo(SMALL) < 0 ? rate.round(FIVE_DIGITS) : rate.setScale(DECIMALS, RoundingMode.HALF_UP);
        return rounded.toPlainString();
    }

    private static boolean isBetween(Rate rate, Asset one, Asset other) {
        return rate.base().equals(one) && rate.counter().equals(other) || rate.base().equals(other) && rate.counter().equals(one);
    }
}
