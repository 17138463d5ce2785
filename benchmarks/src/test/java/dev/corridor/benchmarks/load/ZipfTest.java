package dev.corridor.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class ZipfTest {

    private static final int DRAWS = 1_000_000;

    @Test
    void each_comes_up_as_often_as_its_rank_says() {
        var zipf = new Zipf(100, 1);
        var random = new SplittableRandom(42);

        var counts = new int[100];
        for (int i = 0; i < DRAWS; i++) {
            counts[zipf.next(random)]++;
        }

        double harmonic = 0;
        for (int rank = 1; rank <= 100; rank++) {
            harmonic += 1.0 / rank;
        }
        for (int rank = 1; rank <= 100; rank++) {
            assertThat(counts[rank - 1] / (double) DRAWS).as("rank %d", rank).isCloseTo(1 / (rank * harmonic), within(0.002));
        }
    }

    @Test
    void the_ends_of_chance_are_the_first_and_the_last() {
        var zipf = new Zipf(10, 1);

        assertThat(zipf.next(always(0))).isZero();
        assertThat(zipf.next(always(Math.nextDown(1.0)))).isEqualTo(9);
    }

    @Test
    void one_alone_always_comes_up() {
        assertThat(new Zipf(1, 1).next(new SplittableRandom(1))).isZero();
    }

    private static RandomGenerator always(double number) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return number;
            }
        };
    }
}
