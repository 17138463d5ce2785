package dev.corridor.domain.market;

import dev.corridor.domain.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** So much of the base of a symbol for so much of its counter asset, all in. Neither is zero. */
public record Deal(Money base, Money counter) {

    private static final int DECIMALS = 10;

    public Deal {
        if (!base.isPositive() || !counter.isPositive()) {
            throw new IllegalArgumentException("a deal is about something");
        }
    }

    /** What one unit of the base goes for: {@code 1.0825}. */
    public String price() {
        return new BigDecimal(counter.decimal())
                .divide(new BigDecimal(base.decimal()), MathContext.DECIMAL128)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
