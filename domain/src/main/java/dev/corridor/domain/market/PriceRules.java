package dev.corridor.domain.market;

import dev.corridor.domain.money.Rate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Plausibility checks of market prices. A refused price is never used; if the market has really moved that far, the operator widens the
 * bound.
 *
 * @param maxJumpBasisPoints the largest distance from the last accepted price, and between bid and ask, in hundredths of a percent
 */
public record PriceRules(int maxJumpBasisPoints) {

    /** For rates that the operator sets, which may change by any amount. */
    public static final PriceRules OF_THE_HOUSE = new PriceRules(Integer.MAX_VALUE);

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    /** Tolerated clock skew. */
    private static final Duration FUTURE = Duration.ofMinutes(1);

    /** Bounds the digits, since shifting the point of a number with a huge exponent would exhaust the memory. */
    private static final int MAX_DIGITS = 40;

    public PriceRules {
        if (maxJumpBasisPoints < 1) {
            throw new IllegalArgumentException("a jump is at least one basis point");
        }
    }

    public sealed interface Judgement {

        record Believed(Tick tick) implements Judgement {}

        record Refused(Symbol symbol, String reason) implements Judgement {}
    }

    /** @param last the last accepted tick, if there was one */
    public Judgement judge(Observation observed, String source, Instant slot, Optional<Tick> last) {
        try {
            return new Judgement.Believed(believe(observed, source, slot, last));
        } catch (IllegalArgumentException e) {
            return new Judgement.Refused(observed.symbol(), e.getMessage());
        }
    }

    private Tick believe(Observation observed, String source, Instant slot, Optional<Tick> last) {
        var symbol = observed.symbol();
        var bid = price(observed.bid());
        var ask = price(observed.ask());
        require(bid.compareTo(ask) <= 0, "the bid is above the ask");
        var mid = rate(bid.add(ask).divide(BigDecimal.TWO, Rate.DECIMALS, RoundingMode.HALF_UP), symbol);
        require(isNear(rate(bid, symbol), rate(ask, symbol)), "the bid is too far from the ask");
        require(!observed.quotedAt().isAfter(slot.plus(FUTURE)), "the price is of the future");
        last.ifPresent(before -> {
            require(!observed.quotedAt().isBefore(before.quotedAt()), "the price is older than the one before");
            require(isNear(before.mid(), mid), "the price is too far from the last one");
        });
        return new Tick(new TickId(symbol, slot), mid, source, observed.quotedAt());
    }

    private boolean isNear(Rate from, Rate to) {
        var distance = BigInteger.valueOf(to.tenBillionths()).subtract(BigInteger.valueOf(from.tenBillionths())).abs();
        var allowed = BigInteger.valueOf(from.tenBillionths()).multiply(BigInteger.valueOf(maxJumpBasisPoints));
        return distance.multiply(WHOLE).compareTo(allowed) <= 0;
    }

    private static BigDecimal price(String text) {
        var price = number(text);
        require(price.signum() > 0, "the price is not greater than zero");
        require(Math.abs((long) price.scale()) <= MAX_DIGITS && price.precision() <= MAX_DIGITS, "the price has too many digits");
        return price;
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the price is no number", e);
        }
    }

    private static Rate rate(BigDecimal price, Symbol symbol) {
        var units = price.setScale(Rate.DECIMALS, RoundingMode.HALF_UP).unscaledValue();
        require(units.signum() > 0, "the price is too small");
        require(units.bitLength() < Long.SIZE, "the price is too large");
        return new Rate(symbol.base(), symbol.counter(), units.longValueExact());
    }

    private static void require(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }
}
