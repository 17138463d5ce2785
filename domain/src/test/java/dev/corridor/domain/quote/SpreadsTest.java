package dev.corridor.domain.quote;

import static dev.corridor.domain.money.Asset.BTC;
import static dev.corridor.domain.money.Asset.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.market.Tick;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadsTest {

    private static final Rate BITCOIN = Rate.of("100000", BTC, USD);

    private final Spreads spreads = new Spreads(List.of(step(0, 10), step(1_000, 20), step(50_000, 30)));

    @Test
    void the_size_is_what_the_conversion_is_worth_in_the_counter_asset() {
        assertThat(spreads.sell(Money.of("999.99", USD), BITCOIN).fee()).isEqualTo(Money.of("1.00", USD));
        assertThat(spreads.sell(Money.of("1000.00", USD), BITCOIN).fee()).isEqualTo(Money.of("2.00", USD));
        assertThat(spreads.sell(Money.of("0.49999999", BTC), BITCOIN).fee()).isEqualTo(Money.of("0.00100000", BTC));
        assertThat(spreads.sell(Money.of("0.50000000", BTC), BITCOIN).fee()).isEqualTo(Money.of("0.00150000", BTC));
        assertThat(spreads.buy(Money.of("0.50000000", BTC), BITCOIN).fee()).isEqualTo(Money.of("150.45", USD));
    }

    @Test
    void the_steps_rise_from_nothing() {
        assertThatThrownBy(() -> new Spreads(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Spreads(List.of(step(1, 3)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Spreads(List.of(step(0, 3), step(0, 4)))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_ladder_tells_what_quotes_cost_and_has_a_rung_for_each_step() {
        var ladder = DepthLadder.of(Tick.fixed(BITCOIN), spreads);

        assertThat(ladder.asks())
                .extracting(deal -> deal.counter().decimal() + " at " + deal.price())
                .startsWith("100.00 at 100100.1001001001", "1000.00 at 100200.4008016032")
                .hasSize(7);
        assertThat(ladder.bids())
                .extracting(deal -> deal.counter().decimal())
                .containsExactly("100.00", "1000.00", "10000.00", "50000.00", "100000.00", "1000000.00", "10000000.00");
        assertThat(ladder.bids()).allSatisfy(bid -> assertThat(spreads.sell(bid.base(), BITCOIN).to().isLessThan(bid.counter())).isFalse());
    }

    private static Spreads.Step step(long from, int basisPoints) {
        return new Spreads.Step(from, new Spread(basisPoints));
    }
}
