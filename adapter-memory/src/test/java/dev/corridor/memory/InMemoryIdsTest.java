package dev.corridor.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InMemoryIdsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final InMemoryIds ids = new InMemoryIds(clock);

    @Test
    void an_identifier_is_a_uuid_of_version_7_that_tells_its_time() {
        var id = ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16)).isEqualTo(NOON);
    }

    @Test
    void each_is_greater_than_the_one_before_also_when_the_clock_stands_still() {
        var made = Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void each_is_greater_than_the_one_before_also_when_the_clock_is_set_back() {
        var before = ids.next();
        clock.advance(Duration.ofHours(-1));

        assertThat(ids.next().toString()).isGreaterThan(before.toString());
    }
}
