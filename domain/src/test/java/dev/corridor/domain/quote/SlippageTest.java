package dev.corridor.domain.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.quote.ConversionError.PriceMoved;
import dev.corridor.domain.quote.ConversionError.SlippageExceedsMaximum;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlippageTest {

    /** Sellers of the base lose when the price falls, sellers of the counter asset when it rises. */
    @ParameterizedTest
    @CsvSource({
        "EUR, 2.0, 1.98, 100, true",
        "EUR, 2.0, 1.9799999999, 100, false",
        "EUR, 2.0, 2.0, 0, true",
        "EUR, 2.0, 1.9999999999, 0, false",
        "EUR, 2.0, 9.0, 0, true",
        "USD, 1.98, 2.0, 100, true",
        "USD, 1.98, 2.0000000001, 100, false",
        "USD, 2.0, 0.1, 0, true",
        "EUR, 2.0, 1.8, 1000, true",
        "EUR, 900000000, 1, 1000, false",
        "USD, 1, 900000000, 1000, false"
    })
    void it_is_reckoned_on_what_would_be_received(String given, String expected, String actual, int basisPoints, boolean within) {
        assertThat(isWithin(new Slippage(basisPoints), price(expected), price(actual), given)).isEqualTo(within);
    }

    @Test
    void a_price_that_has_moved_is_told_with_both() {
        var refusal = catchThrowableOfType(
                BusinessException.class, () -> new Slippage(50).requireWithin(price("1.0825"), price("1.0716"), Asset.EUR));

        assertThat(refusal.error()).isEqualTo(new PriceMoved(price("1.0825"), price("1.0716"), 50));
        assertThat(refusal.error().message())
                .isEqualTo("The price of EUR has moved from 1.0825 to 1.0716 USD, which is more than the slippage of 50 basis points.");
    }

    @Test
    void there_is_a_maximum_that_a_request_may_not_exceed() {
        assertThat(Slippage.allow(1000)).isEqualTo(new Slippage(1000));
        assertThat(catchThrowableOfType(BusinessException.class, () -> Slippage.allow(5_000_000_000L)).error())
                .isEqualTo(new SlippageExceedsMaximum(5_000_000_000L, 1000));
        assertThatThrownBy(() -> Slippage.allow(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void a_price_that_has_moved_in_favour_is_never_refused(
            @ForAll @IntRange(max = Slippage.MAX_BASIS_POINTS) int basisPoints,
            @ForAll @LongRange(min = 1) long lower,
            @ForAll @LongRange(min = 1) long other) {
        var low = new Rate(Asset.EUR, Asset.USD, Math.min(lower, other));
        var high = new Rate(Asset.EUR, Asset.USD, Math.max(lower, other));

        assertThat(isWithin(new Slippage(basisPoints), low, high, "EUR")).isTrue();
        assertThat(isWithin(new Slippage(basisPoints), high, low, "USD")).isTrue();
    }

    private static boolean isWithin(Slippage slippage, Rate expected, Rate actual, String given) {
        try {
            slippage.requireWithin(expected, actual, given.equals("EUR") ? Asset.EUR : Asset.USD);
            return true;
        } catch (BusinessException refusal) {
            return false;
        }
    }

    private static Rate price(String price) {
        return Rate.of(price, Asset.EUR, Asset.USD);
    }
}
