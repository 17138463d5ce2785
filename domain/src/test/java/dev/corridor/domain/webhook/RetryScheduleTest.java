package dev.corridor.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final Instant START = Instant.parse("2025-03-15T12:00:00Z");

    @Test
    void a_message_is_tried_ever_more_rarely_for_three_days_and_then_given_up() {
        var random = new Random(1);
        var attempts = new ArrayList<Instant>();
        for (var next = Optional.of(START); next.isPresent(); next = RetrySchedule.next(attempts.size(), START, attempts.getLast(), random)) {
            attempts.add(next.get());
        }

        assertThat(attempts).isSorted().hasSizeBetween(13, 17);
        assertThat(attempts.getLast()).isEqualTo(START.plus(RetrySchedule.PATIENCE));
        assertThat(Duration.between(attempts.get(0), attempts.get(1))).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
    }

    @Test
    void an_endpoint_that_fails_gets_less_and_less_until_it_receives() {
        var health = EndpointHealth.NEW.after(1, 1, START).after(2, 2, START);
        assertThat(health.window()).isEqualTo(4);

        for (int i = 0; i < 20; i++) {
            health = health.after(0, 1, START.plusSeconds(i));
        }
        assertThat(health.window()).isEqualTo(1);
        assertThat(health.pause()).isEqualTo(Duration.ofMinutes(5));
        assertThat(health.isDead(START.plus(RetrySchedule.PATIENCE).minusMillis(1))).isFalse();
        assertThat(health.isDead(START.plus(RetrySchedule.PATIENCE))).isTrue();

        assertThat(health.after(1, 1, START)).isEqualTo(new EndpointHealth(0, Optional.empty(), 2));
        assertThat(EndpointHealth.NEW.after(0, 1, START).after(0, 1, START).pause()).isZero();
    }
}
