package dev.corridor.domain.quote;

import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import java.math.RoundingMode;
import java.util.List;

/**
 * The spread by the size of a conversion. The size is what it is worth in the counter asset of the market's rate, which is some kind of dollar in all
 * symbols of the standard catalogue, so that one table serves them all.
 *
 * @param steps the first begins at nothing, and each of the others at more than the one before
 */
public record Spreads(List<Step> steps) {

    /** @param from the smallest size that it is for, in whole units of the counter asset */
    public record Step(long from, Spread spread) {}

    public Spreads {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.getFirst().from() != 0) {
            throw new IllegalArgumentException("the first step begins at 0");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).from() <= steps.get(i - 1).from()) {
                throw new IllegalArgumentException("each step begins at more than the one before");
            }
        }
    }

    /** The same for every size. */
    public static Spreads flat(Spread spread) {
        return new Spreads(List.of(new Step(0, spread)));
    }

    /** Gives exactly {@code from}. */
    public Conversion sell(Money from, Rate mid) {
        return forAmount(from, mid).sell(from, mid);
    }

    /** Receives exactly {@code to}. */
    public Conversion buy(Money to, Rate mid) {
        return forAmount(to, mid).buy(to, mid);
    }

    private Spread forAmount(Money amount, Rate mid) {
        if (steps.size() == 1) {
            return steps.getFirst().spread();
        }
        return steps.reversed().stream()
                .filter(step -> isAtLeast(amount, step.from(), mid))
                .findFirst()
                .orElseThrow()
                .spread();
    }

    private static boolean isAtLeast(Money amount, long size, Rate mid) {
        var bound = Money.ofUnits(Math.multiplyExact(size, unitsPerWhole(mid)), mid.counter());
        if (amount.asset().equals(mid.counter())) {
            return !amount.isLessThan(bound);
        }
        return !amount.isLessThan(mid.convert(bound, RoundingMode.UP));
    }

    private static long unitsPerWhole(Rate mid) {
        return Money.of("1", mid.counter()).units();
    }
}
