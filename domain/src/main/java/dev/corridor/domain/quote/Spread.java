package dev.corridor.domain.quote;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * What the house takes out of the amount given before it converts the rest at the mid rate. Charged in the asset that is given, rounded
 * half-up to its smallest unit; the amount received is rounded down.
 *
 * <p>Source: the NXOS contract, section 1, "Quotes" (10000.00 USD at 3 basis points: 3.00 USD, and 9997.000000 USDC for the rest), and the
 * rounding of its fees.
 *
 * @param basisPoints hundredths of a percent, 0 to 1000
 */
public record Spread(int basisPoints) {

    public static final int MAX_BASIS_POINTS = 1000;

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    public Spread {
        if (basisPoints < 0 || basisPoints > MAX_BASIS_POINTS) {
            throw new IllegalArgumentException("a spread is 0 to " + MAX_BASIS_POINTS + " basis points");
        }
    }

    /** Gives exactly {@code from}. */
    public Conversion sell(Money from, Rate mid) {
        try {
            var fee = feeOn(from);
            var to = mid.convert(from.minus(fee), RoundingMode.DOWN);
            if (!to.isPositive()) {
                throw refused("fromAmount", "is too small to be converted");
            }
            return new Conversion(from, to, fee, mid);
        } catch (ArithmeticException e) {
            throw refused("fromAmount", "is too large to be converted");
        }
    }

    /** Receives exactly {@code to}, for the smallest amount that pays for it. */
    public Conversion buy(Money to, Rate mid) {
        try {
            var from = grossOf(mid.convert(to, RoundingMode.UP));
            return new Conversion(from, to, feeOn(from), mid);
        } catch (ArithmeticException e) {
            throw refused("toAmount", "is too large to be converted");
        }
    }

    private Money feeOn(Money from) {
        var twiceTheFee = BigInteger.valueOf(from.units()).multiply(BigInteger.valueOf(2L * basisPoints));
        var halfUp = twiceTheFee.add(WHOLE).divide(WHOLE.shiftLeft(1));
        return Money.ofUnits(halfUp.longValueExact(), from.asset());
    }

    /** The smallest amount that leaves {@code net} after the fee. The division is at most one unit off, because the fee is rounded. */
    private Money grossOf(Money net) {
        var units = BigInteger.valueOf(net.units()).multiply(WHOLE).divide(WHOLE.subtract(BigInteger.valueOf(basisPoints)));
        var oneUnit = Money.ofUnits(1, net.asset());
        var gross = Money.ofUnits(units.longValueExact(), net.asset()).minus(oneUnit);
        while (gross.minus(feeOn(gross)).isLessThan(net)) {
            gross = gross.plus(oneUnit);
        }
        return gross;
    }

    private static BusinessException refused(String field, String reason) {
        return new BusinessException(ValidationError.of(field, reason));
    }
}
