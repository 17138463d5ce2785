package dev.corridor.market;

import dev.corridor.application.market.port.RateSource;
import dev.corridor.domain.market.Observation;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Prices that fluctuate around configured ones like a market: little within seconds, further in hours. They depend only on seed and time,
 * so all nodes agree, also after a restart. All symbols of a base move alike, so there is no triangular arbitrage. A rate of exactly 1 is a
 * peg and stays constant.
 *
 * <p>The deviation is a sum of waves, each a linear interpolation of random points. Each wave is four times as long and twice as high as
 * the previous one, since a random walk's distance grows with the square root of time.
 */
public final class SimulatedRates implements RateSource {

    /** Wave lengths from four seconds to eighteen hours. */
    private static final int WAVES = 8;

    private static final long BILLION = 1_000_000_000L;
    private static final long BILLIONTHS_IN_BASIS_POINT = 100_000L;

    /** Significant digits as markets quote them: 1.082513, 98765.43. */
    private static final MathContext DIGITS = new MathContext(7);

    private final List<Rate> mids;
    private final long swing;
    private final long seed;

    /**
     * @param mids in the direction of their symbols
     * @param swingBasisPoints largest deviation up or down, in hundredths of a percent
     */
    public SimulatedRates(List<Rate> mids, int swingBasisPoints, long seed) {
        this.mids = List.copyOf(mids);
        this.swing = swingBasisPoints * BILLIONTHS_IN_BASIS_POINT;
        this.seed = seed;
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public List<Observation> observe(Instant slot) {
        return mids.stream()
                .map(mid -> Observation.ofPrice(new Symbol(mid.base(), mid.counter()), price(mid, slot), slot))
                .toList();
    }

    private String price(Rate mid, Instant moment) {
        var set = new BigDecimal(mid.decimal());
        if (set.compareTo(BigDecimal.ONE) == 0) {
            return mid.decimal();
        }
        var factor = BigDecimal.valueOf(BILLION + distance(mid.base(), moment.toEpochMilli()), 9);
        return set.multiply(factor).round(DIGITS).toPlainString();
    }

    /** The deviation in billionths. */
    private long distance(Asset base, long millis) {
        long distance = 0;
        for (int wave = 1; wave <= WAVES; wave++) {
            long length = 1_000L << 2 * wave;
            long height = swing * (1L << wave) / ((2L << WAVES) - 2);
            long point = Math.floorDiv(millis, length);
            long along = Math.floorMod(millis, length);
            long from = height(base, wave, point, height);
            long to = height(base, wave, point + 1, height);
            distance += from + (to - from) * along / length;
        }
        return distance;
    }

    private long height(Asset base, int wave, long point, long height) {
        if (height == 0) {
            return 0;
        }
        var mixed = ((seed * 31 + base.code().hashCode()) * 31 + wave) * BILLION + point;
        return new SplittableRandom(mixed).nextLong(-height, height + 1);
    }
}
