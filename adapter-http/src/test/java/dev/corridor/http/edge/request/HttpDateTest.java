package dev.corridor.http.edge.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpDateTest {

    @ParameterizedTest
    @CsvSource({
        "1994-11-06T08:49:37Z, 'Sun, 06 Nov 1994 08:49:37 GMT'",
        "2026-12-31T23:59:59Z, 'Thu, 31 Dec 2026 23:59:59 GMT'",
    })
    void is_written_as_the_standard_has_it(Instant instant, String text) {
        assertThat(HttpDate.at(instant)).isEqualTo(text);
    }

    @Test
    void changes_with_the_second() {
        var second = Instant.parse("2026-12-01T00:00:00Z");

        assertThat(HttpDate.at(second)).isEqualTo("Tue, 01 Dec 2026 00:00:00 GMT");
        assertThat(HttpDate.at(second.plusMillis(999))).isEqualTo("Tue, 01 Dec 2026 00:00:00 GMT");
        assertThat(HttpDate.at(second.plusMillis(1_000))).isEqualTo("Tue, 01 Dec 2026 00:00:01 GMT");
    }

    @Test
    void follows_the_clock() {
        var before = Instant.now().getEpochSecond();

        var now = ZonedDateTime.parse(HttpDate.now(), DateTimeFormatter.RFC_1123_DATE_TIME).toEpochSecond();

        assertThat(now).isBetween(before, Instant.now().getEpochSecond());
    }
}
