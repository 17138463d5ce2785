package dev.corridor.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.benchmarks.load.KeptResults.Figure;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptResultsTest {

    @TempDir
    private Path directory;

    @Test
    void each_run_adds_its_figures_and_the_chart_shows_all_runs() {
        var kept = new KeptResults(directory);

        kept.add(LocalDate.of(2027, 1, 31), "0a1b2c3", List.of(new Figure(Workload.UNIFORM, 32, 754.4, 1.19)));
        kept.add(LocalDate.of(2027, 2, 1), "4d5e6f7", List.of(new Figure(Workload.UNIFORM, 32, 370, 2.0), new Figure(Workload.HOT, 8, 752, 1.8)));

        assertThat(directory.resolve("kept.csv")).content().isEqualToNormalizingNewlines("""
                date,commit,workload,clients,us a pair,ratio to pgbench
                2027-01-31,0a1b2c3,uniform,32,754,1.19
                2027-02-01,4d5e6f7,uniform,32,370,2.00
                2027-02-01,4d5e6f7,hot,8,752,1.80
                """);
        assertThat(directory.resolve("kept.svg")).content()
                .contains("uniform, 32 clients", "0a1b2c3: 754", "4d5e6f7: 370", ">1.19x<", ">2.00x<")
                .doesNotContain("hot, 8 clients");
    }
}
