package dev.corridor.domain.quote;

import static dev.corridor.domain.money.Asset.BTC;
import static dev.corridor.domain.money.Asset.USD;
import static dev.corridor.domain.money.Asset.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SpreadsTest {

    private static final Rate PAR = Rate.of("1", USD, USDC);
    private static final Rate BITCOIN = Rate.of("100000", BTC, USD);
    private static final Spreads THREE_BASIS_POINTS = Spreads.flat(new Spread(3));

    private final Spreads rising = new Spreads(List.of(step(0, 10), step(1_000, 20), step(50_000, 30)));

    @Test
    void the_contracts_example_selling_10000_dollars() {
        var conversion = THREE_BASIS_POINTS.sell(Money.of("10000.00", USD), PAR);

        assertThat(conversion.to()).isEqualTo(Money.of("9997.000000", USDC));
        assertThat(conversion.fee()).isEqualTo(Money.of("3.00", USD));
        assertThat(conversion.appliedRate()).isEqualTo("1.0003");
    }

    @Test
    void the_contracts_example_buying_9997_usdc() {
        var conversion = THREE_BASIS_POINTS.buy(Money.of("9997.000000", USDC), PAR);

        assertThat(conversion).isEqualTo(THREE_BASIS_POINTS.sell(Money.of("10000.00", USD), PAR));
    }

    @Test
    void the_contracts_offramp_example_selling_50000_usdc() {
        var conversion = THREE_BASIS_POINTS.sell(Money.of("50000.000000", USDC), PAR);

        assertThat(conversion.to()).isEqualTo(Money.of("49985.00", USD));
        assertThat(conversion.fee()).isEqualTo(Money.of("15.000000", USDC));
    }

    /** Of 16.66 dollars the spread is half a cent. It is shown as nothing, and taken all the same. */
    @Test
    void a_spread_below_a_cent_is_taken_where_the_other_asset_is_finer() {
        var conversion = THREE_BASIS_POINTS.sell(Money.of("16.66", USD), PAR);

        assertThat(conversion.to()).isEqualTo(Money.of("16.655002", USDC));
        assertThat(conversion.fee()).isEqualTo(Money.of("0.00", USD));
        assertThat(5 * conversion.to().units()).isEqualTo(THREE_BASIS_POINTS.sell(Money.of("83.30", USD), PAR).to().units());
    }

    @Test
    void each_step_takes_its_spread_of_its_own_part() {
        assertThat(rising.sell(Money.of("1000.00", USD), BITCOIN).fee()).isEqualTo(Money.of("1.00", USD));
        assertThat(rising.sell(Money.of("2000.00", USD), BITCOIN).fee()).isEqualTo(Money.of("3.00", USD));
        assertThat(rising.sell(Money.of("0.60000000", BTC), BITCOIN).to()).isEqualTo(Money.of("59871.00", USD));
        assertThat(rising.buy(Money.of("59871.00", USD), BITCOIN).from()).isEqualTo(Money.of("0.60000000", BTC));
        assertThat(rising.buy(Money.of("0.59871000", BTC), BITCOIN).from()).isEqualTo(Money.of("60000.00", USD));
    }

    @Test
    void a_rate_below_a_tenth_keeps_its_significant_digits() {
        var conversion = Spreads.flat(new Spread(0)).sell(Money.of("1.00", USD), Rate.of("80000", USD, USDC));

        assertThat(conversion.appliedRate()).isEqualTo("0.0000125");
    }

    @Test
    void what_rounding_would_take_more_than_a_hundredth_of_is_too_small() {
        var reason = "is too small to be converted: rounding would take more than 1 % of it";

        assertRefused(() -> THREE_BASIS_POINTS.sell(Money.of("0.000001", USDC), PAR), "fromAmount", reason);
        assertRefused(() -> THREE_BASIS_POINTS.sell(Money.of("0.019999", USDC), PAR), "fromAmount", reason);
        assertRefused(() -> THREE_BASIS_POINTS.buy(Money.of("0.000001", USDC), PAR), "toAmount", reason);
        assertRefused(() -> THREE_BASIS_POINTS.buy(Money.of("0.015000", USDC), PAR), "toAmount", reason);
        assertThat(THREE_BASIS_POINTS.sell(Money.of("0.010004", USDC), PAR).to()).isEqualTo(Money.of("0.01", USD));
        assertThat(THREE_BASIS_POINTS.buy(Money.of("0.009990", USDC), PAR).from()).isEqualTo(Money.of("0.01", USD));
    }

    @Test
    void what_the_other_asset_cannot_hold_cannot_be_converted() {
        assertRefused(() -> THREE_BASIS_POINTS.sell(Money.ofUnits(Long.MAX_VALUE, USD), PAR), "fromAmount", "is too large to be converted");
        assertRefused(
                () -> THREE_BASIS_POINTS.buy(Money.ofUnits(Long.MAX_VALUE, USD), PAR.inverse()), "toAmount", "is too large to be converted");
    }

    @Property(tries = 5_000)
    void buying_is_the_exact_inverse_of_selling(@ForAll("markets") Market market, @ForAll("sizes") long units) {
        var wanted = Money.ofUnits(units, market.mid.counter());
        for (var to : List.of(wanted, Money.ofUnits(units, market.mid.base()))) {
            accepted(() -> market.spreads.buy(to, market.mid)).ifPresent(bought -> {
                assertThat(bought.to()).isEqualTo(to);
                assertThat(market.sell(bought.from())).isGreaterThanOrEqualTo(to.units());
                assertThat(market.sell(minusOneUnit(bought.from()))).isLessThan(to.units());
            });
            accepted(() -> market.spreads.sell(to, market.mid)).ifPresent(sold -> {
                var back = market.spreads.buy(sold.to(), market.mid);
                assertThat(back.from().units()).isLessThanOrEqualTo(to.units());
                assertThat(market.sell(back.from())).isEqualTo(sold.to().units());
            });
        }
    }

    @Property(tries = 5_000)
    void who_gives_more_never_receives_less(@ForAll("markets") Market market, @ForAll("sizes") long units) {
        for (var from : List.of(Money.ofUnits(units, market.mid.counter()), Money.ofUnits(units, market.mid.base()))) {
            assertThatMoreBringsNoLess(market, from);
        }
    }

    @Property(tries = 5_000)
    void no_step_is_a_cliff(@ForAll("markets") Market market) {
        for (var step : market.spreads.steps()) {
            var reached = Money.of(Long.toString(Math.max(1, step.from())), market.mid.counter());
            assertThatMoreBringsNoLess(market, reached);
            assertThatMoreBringsNoLess(market, reached.plus(Money.ofUnits(1, reached.asset())));
        }
    }

    private static void assertThatMoreBringsNoLess(Market market, Money from) {
        market.find(from).ifPresent(sold -> assertThat(sold).isGreaterThanOrEqualTo(market.sell(minusOneUnit(from))));
    }

    @Property(tries = 5_000)
    void an_amount_in_parts_brings_no_more_than_the_whole(
            @ForAll("markets") Market market, @ForAll("sizes") long one, @ForAll("sizes") long other) {
        var flat = new Market(Spreads.flat(market.spreads.steps().getFirst().spread()), market.mid);
        for (var asset : List.of(market.mid.base(), market.mid.counter())) {
            flat.find(Money.ofUnits(one + other, asset)).ifPresent(
                    whole -> assertThat(flat.sell(Money.ofUnits(one, asset)) + flat.sell(Money.ofUnits(other, asset))).isLessThanOrEqualTo(whole));
        }
    }

    @Property(tries = 5_000)
    void nothing_is_received_that_is_worth_more_than_what_the_spread_leaves(@ForAll("markets") Market market, @ForAll("sizes") long units) {
        var least = market.spreads.steps().stream().mapToInt(step -> step.spread().basisPoints()).min().orElseThrow();
        for (var asset : List.of(market.mid.base(), market.mid.counter())) {
            accepted(() -> market.spreads.sell(Money.ofUnits(units, asset), market.mid)).ifPresent(conversion -> {
                var given = market.mid.worth(conversion.from());
                var received = market.mid.worth(conversion.to());
                assertThat(received).isLessThanOrEqualTo(given.multiply(BigDecimal.valueOf(10_000 - least, 4)));
                assertThat(given).isGreaterThanOrEqualTo(market.mid.worth(conversion.fee()));
            });
        }
    }

    @Test
    void the_steps_rise_from_nothing() {
        assertThatThrownBy(() -> new Spreads(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Spreads(List.of(step(1, 3)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Spreads(List.of(step(0, 3), step(0, 4)))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_ladder_tells_what_quotes_cost_and_has_a_rung_for_each_step() {
        var ladder = DepthLadder.of(Tick.fixed(BITCOIN), rising);

        assertThat(ladder.asks())
                .extracting(deal -> deal.counter().decimal() + " at " + deal.price())
                .startsWith("100.00 at 100100.1001001001", "1000.00 at 100100.1001001001", "10000.00 at 100190.3616872057")
                .hasSize(7);
        assertThat(ladder.bids())
                .extracting(deal -> deal.counter().decimal())
                .containsExactly("100.00", "1000.00", "10000.00", "50000.00", "100000.00", "1000000.00", "10000000.00");
        assertThat(ladder.bids()).allSatisfy(bid -> assertThat(rising.sell(bid.base(), BITCOIN).to().isLessThan(bid.counter())).isFalse());
    }

    /** Steps and a price, of any two assets there are. */
    record Market(Spreads spreads, Rate mid) {

        /** In units; empty, if it is too little or too much. */
        Optional<Long> find(Money from) {
            return from.isPositive() ? accepted(() -> spreads.sell(from, mid)).map(sold -> sold.to().units()) : Optional.empty();
        }

        long sell(Money from) {
            return find(from).orElse(0L);
        }
    }

    @Provide
    Arbitrary<Market> markets() {
        return Combinators.combine(steps(), mids()).as(Market::new);
    }

    private static Arbitrary<Spreads> steps() {
        var sizes = Arbitraries.longs().between(1, 1_000_000_000L).set().ofMaxSize(4).map(TreeSet::new);
        var spreads = Arbitraries.integers().between(0, Spread.MAX_BASIS_POINTS).map(Spread::new).list().ofSize(5);
        return Combinators.combine(sizes, spreads).as(SpreadsTest::spreads);
    }

    private static Spreads spreads(Collection<Long> sizes, List<Spread> spreads) {
        var steps = new ArrayList<>(List.of(new Spreads.Step(0, spreads.getFirst())));
        sizes.forEach(size -> steps.add(new Spreads.Step(size, spreads.get(steps.size()))));
        return new Spreads(steps);
    }

    private static Arbitrary<Rate> mids() {
        var assets = Arbitraries.of(AssetCatalogue.STANDARD.all());
        return Combinators.combine(assets, assets, Arbitraries.longs().between(10_000L, 10_000_000_000_000_000L))
                .filter((base, counter, price) -> !base.equals(counter))
                .as(Rate::new);
    }

    /** From one unit to a hundred million dollars in the coarsest asset, small and round ones more often. */
    @Provide
    Arbitrary<Long> sizes() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.longs().between(1, 10_000)),
                Tuple.of(2, Arbitraries.longs().between(1, 10_000_000_000L)),
                Tuple.of(1, Arbitraries.longs().between(1, 100_000_000L).map(whole -> whole * 100)));
    }

    private static Optional<Conversion> accepted(Supplier<Conversion> conversion) {
        try {
            return Optional.of(conversion.get());
        } catch (BusinessException refused) {
            return Optional.empty();
        }
    }

    private static Money minusOneUnit(Money amount) {
        return amount.minus(Money.ofUnits(1, amount.asset()));
    }

    private static void assertRefused(ThrowingCallable call, String field, String reason) {
        assertThatThrownBy(call).isInstanceOfSatisfying(
                BusinessException.class, refusal -> assertThat(refusal.error()).isEqualTo(ValidationError.of(field, reason)));
    }

    private static Spreads.Step step(long from, int basisPoints) {
        return new Spreads.Step(from, new Spread(basisPoints));
    }
}
