package dev.corridor.domain.quote;

import static dev.corridor.domain.money.Asset.EUR;
import static dev.corridor.domain.money.Asset.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.quote.ConversionError.PriceMoved;
import org.junit.jupiter.api.Test;

class ConversionTest {

    private final Conversion conversion = Spreads.flat(new Spread(3)).sell(Money.of("100.00", EUR), Rate.of("1.25", EUR, USD));

    @Test
    void it_brings_the_least_amount_that_is_accepted() {
        assertThat(conversion.to()).isEqualTo(Money.of("124.96", USD));
        assertThatCode(() -> conversion.requireAtLeast(Money.of("124.96", USD))).doesNotThrowAnyException();
    }

    @Test
    void what_brings_less_is_refused_with_the_prices_that_the_client_sees() {
        assertRefused("124.97", new PriceMoved(Rate.of("1.2497", EUR, USD), Rate.of("1.2496", EUR, USD), 0));
        assertRefused(
                "92233720368547758.07", new PriceMoved(new Rate(EUR, USD, 9_223_372_036_854_775_807L), Rate.of("1.2496", EUR, USD), 0));
    }

    @Test
    void its_size_is_what_is_given_in_whole_units_of_the_counter_asset() {
        assertThat(conversion.size()).isEqualTo(125);
        assertThat(Spreads.flat(new Spread(3)).sell(Money.of("0.80", EUR), conversion.mid()).size()).isEqualTo(1);
    }

    private void assertRefused(String minimum, PriceMoved expected) {
        assertThatThrownBy(() -> conversion.requireAtLeast(Money.of(minimum, USD))).isInstanceOfSatisfying(
                BusinessException.class, refusal -> assertThat(refusal.error()).isEqualTo(expected));
    }
}
