package dev.corridor.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class MarkdownTableTest {

    @Test
    void columns_are_aligned() {
        var table = new MarkdownTable("workload", "pairs/s").row("hot", "11,554").row("one | two", "7");

        assertThat(table)
                .hasToString(
                        """
                        | workload   | pairs/s |
                        | ---------- | ------: |
                        | hot        |  11,554 |
                        | one \\| two |       7 |
                        """);
    }

    @Test
    void a_row_has_a_cell_for_each_column() {
        assertThatThrownBy(() -> new MarkdownTable("one", "two").row("1")).hasMessage("a row has 2 cells, not 1");
    }
}
