package dev.corridor.domain.market;

import dev.corridor.domain.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** An exchange of an amount of a symbol's base for an amount of its counter asset, spread included. Neither is zero. */
public record Deal(Money base, Money counter) {

    private static final int DECIMALS = 10;

    public Deal {
        if (!base.isPositive() || !counter.isPositive()) {
            throw new IllegalArgumentException("a deal is about something");
        }
    }

    /** Units of the counter asset per unit of the base: {@code 1.0825}. */
    public String price() {
        return new BigDecimal(counter.decimal())
                .divide(new BigDecimal(base.decimal()), MathContext.DECIMAL128)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
