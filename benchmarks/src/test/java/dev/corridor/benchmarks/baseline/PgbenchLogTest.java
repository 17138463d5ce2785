package dev.corridor.benchmarks.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PgbenchLogTest {

    @TempDir
    Path directory;

    @Test
    void only_what_ended_after_the_lead_in_counts() throws IOException {
        // Client, number, microseconds, script, and end. The first began at 1000.000000.
        var first = Files.writeString(
                directory.resolve("log.17"),
                """
                0 1 500000 0 1000 500000
                0 2 400000 0 1000 900000
                0 3 300000 0 1001 200000
                """);
        var second = Files.writeString(directory.resolve("log.17.1"), "1 1 100000 0 1003 0\n");

        var log = PgbenchLog.read(List.of(first, second), Duration.ofSeconds(1));

        assertThat(log.completed()).isEqualTo(2);
        assertThat(log.time()).isEqualTo(Duration.ofSeconds(2));
        assertThat(log.latencies().getMinValue()).isBetween(99_900_000L, 100_100_000L);
        assertThat(log.latencies().getMaxValue()).isBetween(299_000_000L, 301_000_000L);
    }

    @Test
    void a_run_in_which_nothing_ended_has_done_nothing() throws IOException {
        var empty = Files.writeString(directory.resolve("log.17"), "");

        assertThat(PgbenchLog.read(List.of(empty), Duration.ofSeconds(1)).completed()).isZero();
    }

    @Test
    void pgbench_says_how_much_it_did() {
        var output = """
                number of clients: 8
                number of transactions actually processed: 1234
                number of failed transactions: 0 (0.000%)
                """;

        assertThat(Pgbench.processed(output)).isEqualTo(1234);
    }
}
