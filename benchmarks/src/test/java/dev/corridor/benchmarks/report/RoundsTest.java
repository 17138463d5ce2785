package dev.corridor.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RoundsTest {

    @Test
    void the_median_is_the_one_in_the_middle() {
        assertThat(new Rounds(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2);
    }

    @Test
    void the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
        assertThat(new Rounds(List.of(8.0, 1.0, 2.0, 5.0)).median()).isEqualTo(3.5);
    }

    @Test
    void lowest_and_highest_are_known() {
        var rounds = new Rounds(List.of(9.0, 1.0, 2.0));

        assertThat(rounds.lowest()).isEqualTo(1);
        assertThat(rounds.highest()).isEqualTo(9);
    }

    @Test
    void no_round_has_no_figure() {
        assertThatThrownBy(() -> new Rounds(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
