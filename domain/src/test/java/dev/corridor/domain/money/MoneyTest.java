package dev.corridor.domain.money;

import static dev.corridor.domain.money.Asset.EUR;
import static dev.corridor.domain.money.Asset.USD;
import static dev.corridor.domain.money.Asset.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @Test
    void money_is_written_with_all_the_decimals_of_its_asset() {
        assertThat(Money.of("10", USD).decimal()).isEqualTo("10.00");
        assertThat(Money.of("9997", USDC).decimal()).isEqualTo("9997.000000");
        assertThat(Money.ofUnits(-1, USD)).hasToString("-0.01 USD");
    }

    @Test
    void equal_amounts_are_equal_however_they_were_written() {
        assertThat(Money.of("2.5", USD)).isEqualTo(Money.of("2.50", USD)).isEqualTo(Money.ofUnits(250, USD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "1e-3", "92233720368547758.08", "", "ten", "1,00", "0x10", "1E2147483647"})
    void what_is_no_whole_number_of_cents_is_no_dollar_amount(String text) {
        assertThatThrownBy(() -> Money.of(text, USD)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void assets_do_not_mix() {
        assertThatThrownBy(() -> Money.of("1.00", USD).plus(Money.of("1.00", EUR))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of("1.00", USD).isLessThan(Money.of("1.00", EUR)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_overflow_is_never_silent() {
        var most = Money.ofUnits(Long.MAX_VALUE, USD);

        assertThatThrownBy(() -> most.plus(Money.ofUnits(1, USD))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ofUnits(Long.MIN_VALUE, USD).negated()).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void what_is_written_is_read_again(@ForAll long units) {
        var money = Money.ofUnits(units, USDC);

        assertThat(Money.of(money.decimal(), USDC)).isEqualTo(money);
    }

    @Property
    void what_is_added_can_be_taken_away(
            @ForAll @LongRange(min = Long.MIN_VALUE / 2, max = Long.MAX_VALUE / 2) long first,
            @ForAll @LongRange(min = Long.MIN_VALUE / 2, max = Long.MAX_VALUE / 2) long second) {
        var a = Money.ofUnits(first, USD);
        var b = Money.ofUnits(second, USD);

        assertThat(a.plus(b).minus(b)).isEqualTo(a);
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.isLessThan(b)).isEqualTo(first < second);
    }
}
