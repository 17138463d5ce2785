package dev.corridor.domain.fee;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.fee.FeeError.FeeScheduleDrifted;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How a fee is computed: a fixed amount, and a share of what is paid. Both are in the asset of the payout, on top of its amount.
 *
 * @param fixed zero or more
 * @param basisPoints the share, in hundredths of a percent, 0 to 1000
 */
public record FeeSchedule(Money fixed, int basisPoints) {

    public static final int MAX_BASIS_POINTS = 1000;

    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    public FeeSchedule {
        if (fixed.isNegative() || basisPoints < 0 || basisPoints > MAX_BASIS_POINTS) {
            throw new IllegalArgumentException("a fee is not negative, and its share is at most " + MAX_BASIS_POINTS + " basis points");
        }
    }

    /** Of what has no price. */
    public static FeeSchedule free(Asset asset) {
        return new FeeSchedule(Money.zero(asset), 0);
    }

    /** The fee of a payout. Its share is rounded half up, to the smallest unit. */
    public Fee on(Money amount) {
        var share = BigDecimal.valueOf(amount.units())
                .multiply(BigDecimal.valueOf(basisPoints))
                .divide(WHOLE, 0, RoundingMode.HALF_UP)
                .longValueExact();
        return new Fee(this, Money.ofUnits(share, amount.asset()));
    }

    /** This schedule, or {@code fee_schedule_drifted}. Without an expectation it is accepted whatever it is. */
    public FeeSchedule asExpected(Optional<FeeSchedule> expected) {
        expected.filter(other -> !other.equals(this)).ifPresent(other -> {
            throw new BusinessException(new FeeScheduleDrifted(other.fixed, other.basisPoints, fixed, basisPoints));
        });
        return this;
    }
}
