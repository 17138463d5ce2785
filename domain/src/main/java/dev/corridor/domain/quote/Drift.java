package dev.corridor.domain.quote;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.quote.ConversionError.PriceMoved;
import java.math.BigInteger;

/**
 * How far the market may have moved from the price of a quote when it is executed. It is symmetric, so that neither side holds an
 * option on the other. A bound no wider than the spread leaves nothing to gain by waiting for the market.
 *
 * <p>Source: FX Global Code, principle 17, and the Global Foreign Exchange Committee's report on last look: price checks are to be symmetric.
 *
 * @param basisPoints hundredths of a percent of the quote's mid rate, 0 to 1000
 */
public record Drift(int basisPoints) {

    public static final int MAX_BASIS_POINTS = 1000;

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    public Drift {
        if (basisPoints < 0 || basisPoints > MAX_BASIS_POINTS) {
            throw new IllegalArgumentException("a drift is 0 to " + MAX_BASIS_POINTS + " basis points");
        }
    }

    /**
     * Refuses a market that has moved further.
     *
     * @param promised and {@code actual} are between the same two assets, in the same direction
     */
    public void requireWithin(Rate promised, Rate actual) {
        var before = BigInteger.valueOf(promised.tenBillionths());
        var distance = BigInteger.valueOf(actual.tenBillionths()).subtract(before).abs();
        if (distance.multiply(WHOLE).compareTo(before.multiply(BigInteger.valueOf(basisPoints))) > 0) {
            throw new BusinessException(new PriceMoved(promised, actual, basisPoints));
        }
    }
}
