package dev.corridor.portal.account;

import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Statement;
import dev.corridor.portal.page.Written;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The total of a statement over its period, as a line of steps: a balance stays as it is until the next movement. In the coordinates of an SVG of {@value
 * #WIDTH} by {@value #HEIGHT}, from zero to the greatest balance.
 */
record Chart(List<Step> steps, Money greatest) {

    static final int WIDTH = 720;
    static final int HEIGHT = 180;

    private static final int TOP = 4;
    private static final int BOTTOM = HEIGHT - 4;

    /** From its x on, the balance is drawn at its y. */
    record Step(int x, int y) {}

    static Chart of(Statement statement) {
        var greatest = Stream.concat(Stream.of(statement.opening()), statement.lines().stream().map(Statement.Line::after))
                .map(balance -> balance.total())
                .max(Comparator.comparingLong(Money::units))
                .orElseThrow();
        var steps = new ArrayList<Step>();
        steps.add(new Step(0, y(statement.opening().total(), greatest)));
        for (var line : statement.lines()) {
            var step = new Step(x(line.postedAt(), statement.period()), y(line.after().total(), greatest));
            if (steps.getLast().x() == step.x()) {
                steps.removeLast();
            }
            steps.add(step);
        }
        return new Chart(steps, greatest);
    }

    private static int x(Instant at, Statement.Period period) {
        long whole = Math.max(1, Duration.between(period.from(), period.until()).toMillis());
        return part(Duration.between(period.from(), at).toMillis(), whole, WIDTH);
    }

    private static int y(Money total, Money greatest) {
        return BOTTOM - part(total.units(), Math.max(1, greatest.units()), BOTTOM - TOP);
    }

    /** {@code length * value / whole}, which is more than a {@code long} holds on the way. */
    private static int part(long value, long whole, int length) {
        return BigInteger.valueOf(value).multiply(BigInteger.valueOf(length)).divide(BigInteger.valueOf(whole)).intValueExact();
    }

    /** The points of the line. */
    String line() {
        var points = new ArrayList<String>();
        int y = steps.getFirst().y();
        for (var step : steps) {
            points.add(step.x() + "," + y);
            points.add(step.x() + "," + step.y());
            y = step.y();
        }
        points.add(WIDTH + "," + y);
        return points.stream().collect(Collectors.joining(" "));
    }

    /** The points of the area below it. */
    String area() {
        return "0," + BOTTOM + " " + line() + " " + WIDTH + "," + BOTTOM;
    }

    String title() {
        return Written.amount(greatest) + " " + greatest.asset();
    }
}
