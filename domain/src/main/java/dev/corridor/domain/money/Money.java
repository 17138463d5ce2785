package dev.corridor.domain.money;

import java.math.BigDecimal;

/**
 * An exact amount of one asset, in its smallest units. May be negative (a debit). Arithmetic never rounds, mixes assets or overflows
 * silently: it throws {@link ArithmeticException} or {@link IllegalArgumentException}.
 */
public record Money(Asset asset, long units) {

    public static Money ofUnits(long units, Asset asset) {
        return new Money(asset, units);
    }

    public static Money zero(Asset asset) {
        return new Money(asset, 0);
    }

    /**
     * Parses a decimal in major units: {@code Money.of("10.00", USD)}.
     *
     * @throws IllegalArgumentException if it is no decimal, has more decimals than the asset, or does not fit a {@code long} of units
     */
    public static Money of(String decimal, Asset asset) {
        try {
            return new Money(asset, new BigDecimal(decimal).movePointRight(asset.decimals()).longValueExact());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a decimal number", e);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("not a whole number of the smallest units of " + asset, e);
        }
    }

    public Money plus(Money other) {
        return new Money(asset, Math.addExact(units, sameAsset(other).units));
    }

    public Money minus(Money other) {
        return new Money(asset, Math.subtractExact(units, sameAsset(other).units));
    }

    public Money negated() {
        return new Money(asset, Math.negateExact(units));
    }

    public boolean isPositive() {
        return units > 0;
    }

    public boolean isNegative() {
        return units < 0;
    }

    public boolean isZero() {
        return units == 0;
    }

    public boolean isLessThan(Money other) {
        return units < sameAsset(other).units;
    }

    /** The amount in major units with exactly the asset's decimals: {@code 10.00}, {@code 9997.000000}. */
    public String decimal() {
        return BigDecimal.valueOf(units, asset.decimals()).toPlainString();
    }

    @Override
    public String toString() {
        return decimal() + " " + asset;
    }

    private Money sameAsset(Money other) {
        if (!asset.equals(other.asset)) {
            throw new IllegalArgumentException(asset + " and " + other.asset + " do not mix");
        }
        return other;
    }
}
