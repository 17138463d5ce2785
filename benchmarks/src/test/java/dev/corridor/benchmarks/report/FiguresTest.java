package dev.corridor.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

final class FiguresTest {

    @Test
    void numbers_are_written_with_the_digits_that_mean_something() {
        assertThat(Figures.whole(11_554.4)).isEqualTo("11,554");
        assertThat(Figures.ratio(3.826)).isEqualTo("3.83x");
        assertThat(Figures.ratio(13.48)).isEqualTo("13.5x");
    }

    @Test
    void percentiles_are_milliseconds() {
        var nanos = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
        for (int i = 1; i <= 100; i++) {
            nanos.recordValue(TimeUnit.MICROSECONDS.toNanos(i * 100L));
        }

        assertThat(Figures.percentiles(nanos)).isEqualTo("5.0 / 9.5 / 9.9 / 10");
    }

    @Test
    void what_did_not_happen_has_no_percentiles() {
        assertThat(Figures.percentiles(new Histogram(3))).isEqualTo("none");
    }
}
