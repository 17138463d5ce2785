package dev.corridor.domain.quote;

import dev.corridor.domain.market.Deal;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Indicative prices of increasing sizes, computed as quotes are. There is no order book behind it; each level is independent.
 *
 * @param bids levels to sell the base, smallest first
 * @param asks levels to buy the base, smallest first
 */
public record DepthLadder(Tick tick, List<Deal> bids, List<Deal> asks) {

    /** In whole units of the counter asset. */
    private static final long[] SIZES = {100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};

    public DepthLadder {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }

    /** With a level for each standard size and for each size at which the spread changes. */
    public static DepthLadder of(Tick tick, Spreads spreads) {
        var steps = spreads.steps().stream().map(Spreads.Step::from).filter(from -> from > 0);
        var sizes = new TreeSet<>(Stream.concat(LongStream.of(SIZES).boxed(), steps).toList());
        var amounts = sizes.stream().map(size -> Money.of(size.toString(), tick.mid().counter())).toList();
        return new DepthLadder(
                tick,
                amounts.stream().map(amount -> bid(amount, tick.mid(), spreads)).toList(),
                amounts.stream().map(amount -> ask(amount, tick.mid(), spreads)).toList());
    }

    private static Deal bid(Money received, Rate mid, Spreads spreads) {
        return new Deal(spreads.buy(received, mid).from(), received);
    }

    private static Deal ask(Money given, Rate mid, Spreads spreads) {
        return new Deal(spreads.sell(given, mid).to(), given);
    }
}
