package dev.corridor.domain.quote;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.quote.ConversionError.PriceMoved;
import dev.corridor.domain.quote.ConversionError.SlippageExceedsMaximum;
import java.math.BigInteger;

/**
 * The accepted loss when the price moves between request and decision.
 *
 * @param basisPoints hundredths of a percent of the expected proceeds, 0 to 1000
 */
public record Slippage(int basisPoints) {

    public static final int MAX_BASIS_POINTS = 1000;

    private static final int WHOLE = 10_000;

    public Slippage {
        if (basisPoints < 0 || basisPoints > MAX_BASIS_POINTS) {
            throw new IllegalArgumentException("a slippage is 0 to " + MAX_BASIS_POINTS + " basis points");
        }
    }

    /** @throws BusinessException {@code slippage_exceeds_maximum} */
    public static Slippage allow(long basisPoints) {
        if (basisPoints > MAX_BASIS_POINTS) {
            throw new BusinessException(new SlippageExceedsMaximum(basisPoints, MAX_BASIS_POINTS));
        }
        return new Slippage(Math.toIntExact(basisPoints));
    }

    /**
     * Refuses a price that has moved further against the seller of {@code given}. A move in their favour always passes.
     *
     * @param expected same assets and direction as {@code actual}
     */
    public void requireWithin(Rate expected, Rate actual, Asset given) {
        boolean isBaseGiven = given.equals(expected.base());
        var before = BigInteger.valueOf((isBaseGiven ? expected : actual).tenBillionths());
        var after = BigInteger.valueOf((isBaseGiven ? actual : expected).tenBillionths());
        var atLeast = before.multiply(BigInteger.valueOf(WHOLE - basisPoints));
        if (after.multiply(BigInteger.valueOf(WHOLE)).compareTo(atLeast) < 0) {
            throw new BusinessException(new PriceMoved(expected, actual, basisPoints));
        }
    }
}
