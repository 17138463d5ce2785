package dev.corridor.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {

    @ParameterizedTest
    @CsvSource({"PT0.000000001S, 1", "PT0.000999999S, 1", "PT0.001S, 1", "PT0.001000001S, 2", "PT0.3S, 300", "PT9.9999S, 10000"})
    void a_wait_never_ends_before_its_time(Duration share, int millis) {
        assertThat(Deadline.millis(share)).isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource({"PT-1S", "PT0S"})
    void what_is_over_leaves_no_wait_without_end(Duration time) {
        var deadline = Deadline.in(time);

        assertThat(deadline.isOver()).isTrue();
        assertThat(Deadline.millis(deadline.remaining())).isEqualTo(1);
    }
}
