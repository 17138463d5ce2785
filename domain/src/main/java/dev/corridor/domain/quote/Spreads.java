package dev.corridor.domain.quote;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The spread by the size of a conversion. The size is what the amount given is worth in the counter asset of the market's rate, which is some kind
 * of dollar in all symbols of the standard catalogue, so that one table serves them all.
 *
 * <p>Steps are marginal, as tax brackets are: each spread is taken of the part of the size that lies in its step. So who gives more never receives
 * less, and buying is the exact inverse of selling: it gives the smallest amount whose sale brings what is wanted.
 *
 * <p>All is worked out exactly and rounded once, against the client: what is received down to its smallest unit, what is given up. An amount in
 * parts therefore never brings more than the whole, unless steps rise, which make large amounts dearer. An amount of which rounding would take more
 * than one percent is refused. The fee is what the spread comes to in the asset given, rounded half-up to its smallest unit: it is what
 * the house books as earned, and does not affect what is received.
 *
 * <p>Source: the NXOS contract, section 1, "Quotes" (10000.00 USD at 3 basis points: a fee of 3.00 USD, and 9997.000000 USDC for the rest).
 *
 * @param steps the first begins at nothing, and each of the others at more than the one before
 */
public record Spreads(List<Step> steps) {

    /** The part of an amount's worth that must be left after rounding. */
    private static final BigDecimal LEAST_LEFT_BY_ROUNDING = new BigDecimal("0.99");

    /** @param from the size at which it begins, in whole units of the counter asset */
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
        try {
            var to = amount(converted(mid.worth(from)), BigDecimal.ONE, received(from.asset(), mid), mid, RoundingMode.DOWN);
            return conversion(from, to, mid, "fromAmount");
        } catch (ArithmeticException e) {
            throw refused("fromAmount", "is too large to be converted");
        }
    }

    /** Receives exactly {@code to}, for the smallest amount that pays for it. */
    public Conversion buy(Money to, Rate mid) {
        try {
            return conversion(costOf(mid.worth(to), received(to.asset(), mid), mid), to, mid, "toAmount");
        } catch (ArithmeticException e) {
            throw refused("toAmount", "is too large to be converted");
        }
    }

    private Conversion conversion(Money from, Money to, Rate mid, String field) {
        var worth = mid.worth(from);
        var converted = converted(worth);
        if (mid.worth(to).compareTo(converted.multiply(LEAST_LEFT_BY_ROUNDING)) < 0) {
            throw refused(field, "is too small to be converted: rounding would take more than 1 % of it");
        }
        var fee = amount(worth.subtract(converted), BigDecimal.ONE, from.asset(), mid, RoundingMode.HALF_UP);
        return new Conversion(from, to, fee, mid);
    }

    /** What is left of a size after the spread of each step that it reaches. */
    private BigDecimal converted(BigDecimal size) {
        var converted = BigDecimal.ZERO;
        for (int i = 0; i < steps.size() && size.compareTo(start(i)) > 0; i++) {
            var end = i + 1 < steps.size() ? size.min(start(i + 1)) : size;
            converted = converted.add(end.subtract(start(i)).multiply(steps.get(i).spread().converted()));
        }
        return converted;
    }

    /** The inverse: the smallest amount of an asset that leaves {@code wanted} after the spread. */
    private Money costOf(BigDecimal wanted, Asset asset, Rate mid) {
        int step = 0;
        var before = BigDecimal.ZERO;
        for (int next = 1; next < steps.size(); next++) {
            var reached = converted(start(next));
            if (wanted.compareTo(reached) <= 0) {
                break;
            }
            step = next;
            before = reached;
        }
        // What is left rises evenly within a step: size = start + (wanted - before) / share, with one division for all, and so one rounding.
        var share = steps.get(step).spread().converted();
        return amount(start(step).multiply(share).add(wanted).subtract(before), share, asset, mid, RoundingMode.UP);
    }

    private BigDecimal start(int step) {
        return BigDecimal.valueOf(steps.get(step).from());
    }

    /** The amount of an asset that is worth {@code dividend / divisor}. */
    private static Money amount(BigDecimal dividend, BigDecimal divisor, Asset asset, Rate mid, RoundingMode rounding) {
        var units = dividend.divide(divisor.multiply(mid.priceOf(asset)), asset.decimals(), rounding).unscaledValue();
        return Money.ofUnits(units.longValueExact(), asset);
    }

    private static Asset received(Asset given, Rate mid) {
        return given.equals(mid.base()) ? mid.counter() : mid.base();
    }

    private static BusinessException refused(String field, String reason) {
        return new BusinessException(ValidationError.of(field, reason));
    }
}
