package dev.corridor.domain.fee;

import static dev.corridor.domain.money.Asset.USD;
import static dev.corridor.domain.money.Asset.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.fee.FeeError.FeeScheduleDrifted;
import dev.corridor.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeScheduleTest {

    @ParameterizedTest
    @CsvSource({"100.00, 50.00, 0, 50.00", "100.00, 0.00, 25, 0.25", "1.99, 0.00, 25, 0.00", "2.00, 0.00, 25, 0.01", "0.01, 0.30, 1000, 0.30"})
    void a_fee_is_the_fixed_amount_and_the_share_rounded_half_up(String amount, String fixed, int basisPoints, String total) {
        var schedule = new FeeSchedule(Money.of(fixed, USD), basisPoints);

        assertThat(schedule.on(Money.of(amount, USD)).total()).isEqualTo(Money.of(total, USD));
    }

    @Property
    void the_share_is_never_more_than_half_a_unit_off(
            @ForAll @LongRange(min = 1, max = 999_999_999_999_999_999L) long units,
            @ForAll @IntRange(max = FeeSchedule.MAX_BASIS_POINTS) int basisPoints) {
        var share = new FeeSchedule(Money.zero(USDC), basisPoints).on(Money.ofUnits(units, USDC)).share();

        var exact = BigDecimal.valueOf(units).multiply(BigDecimal.valueOf(basisPoints)).movePointLeft(4);
        assertThat(BigDecimal.valueOf(share.units())).isEqualByComparingTo(exact.setScale(0, RoundingMode.HALF_UP));
    }

    @Test
    void what_was_expected_is_charged_or_nothing_is() {
        var schedule = new FeeSchedule(Money.of("50.00", USD), 10);
        var other = new FeeSchedule(Money.of("50.00", USD), 11);

        assertThat(schedule.asExpected(Optional.empty())).isEqualTo(schedule);
        assertThat(schedule.asExpected(Optional.of(schedule))).isEqualTo(schedule);
        assertThatThrownBy(() -> schedule.asExpected(Optional.of(other)))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                        .isEqualTo(new FeeScheduleDrifted(Money.of("50.00", USD), 11, Money.of("50.00", USD), 10)));
    }

    @ParameterizedTest
    @CsvSource({"-0.01, 0", "0.00, -1", "0.00, 1001"})
    void a_price_is_within_its_bounds(String fixed, int basisPoints) {
        assertThatThrownBy(() -> new FeeSchedule(Money.of(fixed, USD), basisPoints)).isInstanceOf(IllegalArgumentException.class);
    }
}
