package dev.corridor.domain.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * How much of one asset a whole unit of another is worth, exact to ten decimals.
 *
 * @param tenBillionths the price of 1.0 {@code base} in {@code counter}, times 10<sup>10</sup>; greater than zero
 */
public record Rate(Asset base, Asset counter, long tenBillionths) {

    public static final int DECIMALS = 10;

    public Rate {
        if (base.equals(counter)) {
            throw new IllegalArgumentException("a rate is between two assets");
        }
        if (tenBillionths <= 0) {
            throw new IllegalArgumentException("a rate is greater than zero");
        }
    }

    /** {@code Rate.of("1.0825", EUR, USD)}: one euro is worth 1.0825 dollars. */
    public static Rate of(String price, Asset base, Asset counter) {
        try {
            return new Rate(base, counter, new BigDecimal(price).movePointRight(DECIMALS).longValueExact());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a decimal number", e);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a rate has at most " + DECIMALS + " decimals", e);
        }
    }

    /** The same price seen from the other side, rounded half-up to ten decimals. */
    public Rate inverse() {
        var inverse = BigDecimal.ONE.divide(BigDecimal.valueOf(tenBillionths, DECIMALS), DECIMALS, RoundingMode.HALF_UP);
        return new Rate(counter, base, inverse.unscaledValue().longValueExact());
    }

    /** What an amount of one of the two assets is worth in the other. */
    public Money convert(Money amount, RoundingMode rounding) {
        if (amount.asset().equals(base)) {
            return divide(
                    BigInteger.valueOf(amount.units()).multiply(BigInteger.valueOf(tenBillionths)).multiply(powerOfTen(counter.decimals())),
                    powerOfTen(DECIMALS + base.decimals()),
                    rounding,
                    counter);
        }
        if (amount.asset().equals(counter)) {
            return divide(
                    BigInteger.valueOf(amount.units()).multiply(powerOfTen(DECIMALS + base.decimals())),
                    BigInteger.valueOf(tenBillionths).multiply(powerOfTen(counter.decimals())),
                    rounding,
                    base);
        }
        throw new IllegalArgumentException(base + "/" + counter + " does not convert " + amount.asset());
    }

    /** The price with as many decimals as it needs: {@code 1}, {@code 1.0825}. */
    public String decimal() {
        return BigDecimal.valueOf(tenBillionths, DECIMALS).stripTrailingZeros().toPlainString();
    }

    @Override
    public String toString() {
        return base + "/" + counter + " " + decimal();
    }

    private static Money divide(BigInteger dividend, BigInteger divisor, RoundingMode rounding, Asset asset) {
        var quotient = new BigDecimal(dividend).divide(new BigDecimal(divisor), 0, rounding);
        return Money.ofUnits(quotient.longValueExact(), asset);
    }

    private static BigInteger powerOfTen(int exponent) {
        return BigInteger.TEN.pow(exponent);
    }
}
