package dev.corridor.domain.quote;

import static dev.corridor.domain.money.Asset.BTC;
import static dev.corridor.domain.money.Asset.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.quote.ConversionError.PriceMoved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftTest {

    private static final Rate PROMISED = Rate.of("100000", BTC, USD);

    private final Drift drift = new Drift(25);

    @ParameterizedTest
    @ValueSource(strings = {"99750", "100000", "100250"})
    void a_market_within_the_bound_is_near(String price) {
        assertThatCode(() -> drift.requireWithin(PROMISED, Rate.of(price, BTC, USD))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99749.9999999999", "100250.0000000001", "1", "900000000"})
    void a_market_beyond_it_has_moved_whichever_way_it_went(String price) {
        var actual = Rate.of(price, BTC, USD);

        assertThatThrownBy(() -> drift.requireWithin(PROMISED, actual)).isInstanceOfSatisfying(
                BusinessException.class, refusal -> assertThat(refusal.error()).isEqualTo(new PriceMoved(PROMISED, actual, 25)));
    }

    @Test
    void a_bound_is_no_wider_than_ten_percent() {
        assertThatThrownBy(() -> new Drift(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Drift(1_001)).isInstanceOf(IllegalArgumentException.class);
    }
}
