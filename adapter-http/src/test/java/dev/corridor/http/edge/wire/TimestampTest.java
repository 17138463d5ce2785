package dev.corridor.http.edge.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {

    @ParameterizedTest
    @CsvSource({
        "2025-03-15T14:30:00Z, 2025-03-15T14:30:00.000Z",
        "2025-03-15T14:30:00.1Z, 2025-03-15T14:30:00.100Z",
        "2025-03-15T14:30:00.123999999Z, 2025-03-15T14:30:00.123Z",
        "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z"
    })
    void a_moment_always_has_three_digits_of_milliseconds(Instant moment, String text) {
        assertThat(Timestamp.format(moment)).isEqualTo(text);
    }

    @Test
    void what_was_written_can_be_read() {
        assertThat(Timestamp.parse("2025-03-15T14:30:00.000Z")).isEqualTo(Instant.parse("2025-03-15T14:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2025-03-15", "2025-03-15T14:30:00", "yesterday"})
    void anything_else_is_no_moment(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Timestamp.parse(text));
    }
}
