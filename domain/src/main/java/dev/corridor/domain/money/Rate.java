package dev.corridor.domain.money;

import java.math.BigDecimal;
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

    /** What an amount of one of the two assets is worth in the counter asset, in major units and exact. */
    public BigDecimal worth(Money amount) {
        return BigDecimal.valueOf(amount.units(), amount.asset().decimals()).multiply(priceOf(amount.asset()));
    }

    /** What a whole unit of one of the two assets is worth in the counter asset. */
    public BigDecimal priceOf(Asset asset) {
        if (asset.equals(counter)) {
            return BigDecimal.ONE;
        }
        if (asset.equals(base)) {
            return BigDecimal.valueOf(tenBillionths, DECIMALS);
        }
        throw new IllegalArgumentException(base + "/" + counter + " does not price " + asset);
    }

    /** The price with as many decimals as it needs: {@code 1}, {@code 1.0825}. */
    public String decimal() {
        return BigDecimal.valueOf(tenBillionths, DECIMALS).stripTrailingZeros().toPlainString();
    }

    @Override
    public String toString() {
        return base + "/" + counter + " " + decimal();
    }
}
