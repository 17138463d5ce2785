package dev.corridor.domain.money;

import static dev.corridor.domain.money.Asset.EUR;
import static dev.corridor.domain.money.Asset.USD;
import static dev.corridor.domain.money.Asset.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RateTest {

    @Test
    void tells_exactly_what_an_amount_is_worth() {
        var rate = Rate.of("1.0825", EUR, USDC);

        assertThat(rate.worth(Money.of("2.01", EUR))).isEqualByComparingTo("2.175825");
        assertThat(rate.worth(Money.of("2.165001", USDC))).isEqualByComparingTo("2.165001");
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
        assertThatThrownBy(() -> Rate.of("1", USD, EUR).worth(Money.of("1.00", USDC))).isInstanceOf(IllegalArgumentException.class);
    }
}
