package dev.corridor.benchmarks;

import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.quote.Conversion;
import dev.corridor.domain.quote.Spread;
import dev.corridor.domain.quote.Spreads;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What every payment does to money: read it from the wire, convert it, add it up, write it back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MoneyBenchmark {

    // Not final: the compiler must not know the values beforehand and fold the work away.
    private String text = "10000.25";
    private Money euros = Money.of("10000.25", Asset.EUR);
    private Money moreEuros = Money.of("0.75", Asset.EUR);
    private Spreads spreads = Spreads.flat(new Spread(3));
    private Rate eurosInUsdc = Rate.of("1.0825", Asset.EUR, Asset.USDC);

    @Benchmark
    public Money parse() {
        return Money.of(text, Asset.EUR);
    }

    @Benchmark
    public String format() {
        return euros.decimal();
    }

    @Benchmark
    public Money add() {
        return euros.plus(moreEuros);
    }

    @Benchmark
    public Conversion convert() {
        return spreads.sell(euros, eurosInUsdc);
    }
}
