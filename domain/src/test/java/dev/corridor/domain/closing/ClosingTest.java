package dev.corridor.domain.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class ClosingTest {

    private static final YearMonth MAY = YearMonth.of(2026, 5);

    private final Lines none = Lines.begin().end();
    private final Lines some = Lines.begin().add("FEES", "USD", 3).add("FX", "USD", null).end();
    private final Closing may = new Closing(MAY, Closing.NONE, some, none, none);

    /** Computed by {@code printf 'FEES USD 3\nFX USD -\n' | sha256sum}. */
    @Test
    void lines_are_hashed_as_they_are_documented() {
        assertThat(some).isEqualTo(new Lines(2, "af4958a89d38ea79a7069160643cfd0a8d158cf133c956cbe187d50304984cd0"));
        assertThat(none).isEqualTo(new Lines(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    @Test
    void a_month_is_hashed_as_it_is_documented() {
        assertThat(may.text()).isEqualTo("""
                corridor closing 1
                month 2026-05
                previous -
                postings 2 af4958a89d38ea79a7069160643cfd0a8d158cf133c956cbe187d50304984cd0
                balances 0 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                house 0 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                """);
        assertThat(may.hash()).isEqualTo("f9c759787f83b788567ba5b1351e8da358d8535e5194307e6ff8efe858dddfde");
    }

    @Test
    void a_month_follows_the_one_before_it_and_no_other() {
        assertThat(new Closing(MAY.plusMonths(1), may.hash(), none, none, none).follows(may)).isTrue();
        assertThat(new Closing(MAY.plusMonths(1), some.hash(), none, none, none).follows(may)).isFalse();
        assertThat(new Closing(MAY.plusMonths(2), may.hash(), none, none, none).follows(may)).isFalse();
    }

    @Test
    void a_month_ends_where_the_next_one_begins() {
        assertThat(may.end()).isEqualTo(Instant.parse("2026-06-01T00:00:00Z")).isEqualTo(Closing.startOf(MAY.plusMonths(1)));
    }
}
