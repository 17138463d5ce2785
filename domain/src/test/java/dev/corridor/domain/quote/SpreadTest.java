package dev.corridor.domain.quote;

import static dev.corridor.domain.money.Asset.EUR;
import static dev.corridor.domain.money.Asset.USD;
import static dev.corridor.domain.money.Asset.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SpreadTest {

    private static final Rate PAR = Rate.of("1", USD, USDC);

    private final Spread threeBasisPoints = new Spread(3);

    @Test
    void the_contracts_example_selling_10000_dollars() {
        var conversion = threeBasisPoints.sell(Money.of("10000.00", USD), PAR);

        assertThat(conversion.to()).isEqualTo(Money.of("9997.000000", USDC));
        assertThat(conversion.fee()).isEqualTo(Money.of("3.00", USD));
        assertThat(conversion.appliedRate()).isEqualTo("1.0003");
    }

    @Test
    void the_contracts_example_buying_9997_usdc() {
        var conversion = threeBasisPoints.buy(Money.of("9997.000000", USDC), PAR);

        assertThat(conversion).isEqualTo(threeBasisPoints.sell(Money.of("10000.00", USD), PAR));
    }

    @Test
    void the_contracts_offramp_example_selling_50000_usdc() {
        var conversion = threeBasisPoints.sell(Money.of("50000.000000", USDC), PAR.inverse());

        assertThat(conversion.to()).isEqualTo(Money.of("49985.00", USD));
    }

    @Test
    void the_fee_is_rounded_half_up_to_a_cent() {
        assertThat(threeBasisPoints.sell(Money.of("16.66", USD), PAR).fee()).isEqualTo(Money.of("0.00", USD));
        assertThat(threeBasisPoints.sell(Money.of("16.67", USD), PAR).fee()).isEqualTo(Money.of("0.01", USD));
    }

    @Test
    void a_rate_below_a_tenth_keeps_its_significant_digits() {
        var conversion = new Spread(0).sell(Money.of("1.00", USD), Rate.of("80000", USD, USDC));

        assertThat(conversion.appliedRate()).isEqualTo("0.0000125");
    }

    @Test
    void what_is_worth_less_than_the_smallest_unit_cannot_be_converted() {
        assertThatThrownBy(() -> threeBasisPoints.sell(Money.of("0.000001", USDC), PAR.inverse()))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                        .isEqualTo(ValidationError.of("fromAmount", "is too small to be converted")));
    }

    @Test
    void what_the_other_asset_cannot_hold_cannot_be_converted() {
        assertThatThrownBy(() -> threeBasisPoints.sell(Money.ofUnits(Long.MAX_VALUE, USD), PAR))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                        .isEqualTo(ValidationError.of("fromAmount", "is too large to be converted")));
        assertThatThrownBy(() -> threeBasisPoints.buy(Money.ofUnits(Long.MAX_VALUE, USD), PAR.inverse()))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                        .isEqualTo(ValidationError.of("toAmount", "is too large to be converted")));
    }

    @Property
    void buying_costs_no_more_than_it_must(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long units,
            @ForAll @IntRange(max = Spread.MAX_BASIS_POINTS) int basisPoints,
            @ForAll @LongRange(min = 100_000_000L, max = 1_000_000_000_000L) long tenBillionths) {
        var spread = new Spread(basisPoints);
        var rate = new Rate(EUR, USDC, tenBillionths);
        var wanted = Money.ofUnits(units, USDC);

        var bought = spread.buy(wanted, rate);

        assertThat(bought.to()).isEqualTo(wanted);
        assertThat(spread.sell(bought.from(), rate).to().isLessThan(wanted)).isFalse();
        assertThat(sellsForLess(spread, bought.from().minus(Money.ofUnits(1, EUR)), rate, wanted)).isTrue();
    }

    private static boolean sellsForLess(Spread spread, Money from, Rate rate, Money wanted) {
        try {
            return !from.isPositive() || spread.sell(from, rate).to().isLessThan(wanted);
        } catch (BusinessException tooSmall) {
            return true;
        }
    }
}
