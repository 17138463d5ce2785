package dev.corridor.domain.money;

import static dev.corridor.domain.money.Asset.EUR;
import static dev.corridor.domain.money.Asset.USD;
import static dev.corridor.domain.money.Asset.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RateTest {

    @Test
    void converts_between_assets_of_different_decimals() {
        var rate = Rate.of("1.0825", EUR, USDC);

        assertThat(rate.convert(Money.of("2.00", EUR), RoundingMode.DOWN)).isEqualTo(Money.of("2.165000", USDC));
        assertThat(rate.convert(Money.of("2.165000", USDC), RoundingMode.UP)).isEqualTo(Money.of("2.00", EUR));
    }

    @Test
    void rounds_as_it_is_told() {
        var third = Rate.of("0.3333333333", USD, EUR);

        assertThat(third.convert(Money.of("0.10", USD), RoundingMode.DOWN)).isEqualTo(Money.of("0.03", EUR));
        assertThat(third.convert(Money.of("0.10", USD), RoundingMode.UP)).isEqualTo(Money.of("0.04", EUR));
    }

    @Test
    void can_be_seen_from_the_other_side() {
        assertThat(Rate.of("1.25", EUR, USD).inverse()).isEqualTo(Rate.of("0.8", USD, EUR));
        assertThat(Rate.of("1.0825", EUR, USD).inverse().decimal()).isEqualTo("0.9237875289");
    }

    @Test
    void refuses_what_is_no_rate() {
        assertThatThrownBy(() -> Rate.of("0", USD, EUR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rate.of("-1", USD, EUR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rate.of("1", USD, USD)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rate.of("1.00000000001", USD, EUR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rate.of("1", USD, EUR).convert(Money.of("1.00", USDC), RoundingMode.DOWN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void what_pays_for_an_amount_buys_at_least_that_amount(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long units,
            @ForAll @LongRange(min = 1_000_000L, max = 1_000_000_000_000_000L) long tenBillionths) {
        var rate = new Rate(USD, USDC, tenBillionths);
        var wanted = Money.ofUnits(units, USDC);

        var price = rate.convert(wanted, RoundingMode.UP);

        assertThat(rate.convert(price, RoundingMode.DOWN).isLessThan(wanted)).isFalse();
    }
}
