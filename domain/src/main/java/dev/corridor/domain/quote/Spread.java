package dev.corridor.domain.quote;

import java.math.BigDecimal;

/**
 * What the house keeps of an amount before it converts the rest at the mid rate.
 *
 * @param basisPoints hundredths of a percent, 0 to 1000
 */
public record Spread(int basisPoints) {

    public static final int MAX_BASIS_POINTS = 1000;

    private static final int WHOLE = 10_000;
    private static final int DECIMALS = 4;

    public Spread {
        if (basisPoints < 0 || basisPoints > MAX_BASIS_POINTS) {
            throw new IllegalArgumentException("a spread is 0 to " + MAX_BASIS_POINTS + " basis points");
        }
    }

    /** The share of an amount that is converted: 0.9997 at three basis points. */
    BigDecimal converted() {
        return BigDecimal.valueOf(WHOLE - basisPoints, DECIMALS);
    }
}
