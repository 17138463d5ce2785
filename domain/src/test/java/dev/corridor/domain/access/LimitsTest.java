package dev.corridor.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.corridor.domain.access.LimitError.RateLimitExceeded;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    @ParameterizedTest
    @CsvSource({
        "120/min, 120, 60, 120, 60",
        "5/s, 5, 1, 5, 1",
        "10/h burst 2, 10, 3600, 2, 720",
        "600000/min burst 10, 600000, 60, 10, 1",
    })
    void a_rate_is_read_as_it_is_written(String text, long requests, long period, long burst, long window) {
        var rate = RateLimit.parse(text);

        assertThat(rate).isEqualTo(new RateLimit(requests, Duration.ofSeconds(period), burst));
        assertThat(rate.window()).isEqualTo(Duration.ofSeconds(window));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5/day", "/min", "0/min", "-1/min", "5/min burst", "5/min burst 0", "99999999999/s", "٣/s"})
    void anything_else_is_no_rate(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> RateLimit.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1000, 1", "1001, 2", "59999, 60", "60000, 60"})
    void whoever_waits_as_many_seconds_as_told_has_waited_long_enough(long millis, long seconds) {
        assertThat(new RateLimitExceeded(Duration.ofMillis(millis)).retryAfterSeconds()).isEqualTo(seconds);
    }

    @Test
    void a_quota_ends_with_the_month_of_the_calendar() {
        var quota = MonthlyQuota.at(Instant.parse("2025-12-31T23:59:59.999Z"), 10);

        assertThat(quota.resetAt()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(MonthlyQuota.at(quota.resetAt(), 10).resetAt()).isEqualTo("2026-02-01T00:00:00Z");
    }

    @Test
    void each_tier_has_a_plan() {
        assertThat(Plans.STANDARD.of(Tier.STREAM).rate()).contains(RateLimit.perMinute(120));
        assertThat(Plans.STANDARD.of(Tier.QUANT).rate()).contains(RateLimit.perMinute(3_000));
        assertThat(Plans.STANDARD.of(Tier.PULSE).rate()).contains(RateLimit.perMinute(600_000));
        assertThat(Plans.STANDARD.of(Tier.ORACLE).rate()).isEmpty();
        assertThat(Plans.STANDARD.of(Tier.PULSE).webSocketConnections()).isEqualTo(5);
        assertThat(Plans.STANDARD.of(Tier.ORACLE).webSocketConnections()).isEqualTo(10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plans(Map.of(Tier.STREAM, new Plan(Optional.empty(), Optional.empty(), 1, 1, 1))));
    }
}
