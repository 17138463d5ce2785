package dev.corridor.domain.quote;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.quote.ConversionError.PriceMoved;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What is given and what is received.
 *
 * @param from what the account gives, all in
 * @param to what it receives
 * @param fee the part of {@code from} that the house keeps, rounded to its smallest unit; may be zero
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

    /** What it is priced by. */
    public Symbol symbol() {
        return new Symbol(mid.base(), mid.counter());
    }

    /** Refuses a conversion that brings less than the client accepts. The prices in the error are those of one unit given, spread included. */
    public void requireAtLeast(Money minimum) {
        if (to.isLessThan(minimum)) {
            throw new BusinessException(new PriceMoved(priceOf(minimum), priceOf(to), 0));
        }
    }

    /** The price of one unit given if {@code received} is received, rounded to the precision of a rate. */
    private Rate priceOf(Money received) {
        var price = new BigDecimal(received.decimal()).divide(new BigDecimal(from.decimal()), Rate.DECIMALS, RoundingMode.HALF_UP);
        var units = price.unscaledValue().max(BigInteger.ONE).min(BigInteger.valueOf(Long.MAX_VALUE));
        return new Rate(from.asset(), received.asset(), units.longValueExact());
    }

    /** The worth of what is given in the market's counter asset, in whole units and rounded up. */
    public long size() {
        return mid.worth(from).setScale(0, RoundingMode.CEILING).longValueExact();
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
