package dev.corridor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.access.port.Allowances;
import dev.corridor.application.access.port.Allowances.Allowance;
import dev.corridor.application.access.port.Allowances.Spending;
import dev.corridor.domain.access.Limit;
import dev.corridor.domain.access.MonthlyQuota;
import dev.corridor.domain.access.RateLimit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of {@link Allowances}. */
public abstract class AllowancesContract {

    private static final RateLimit FIVE_A_MINUTE = RateLimit.perMinute(5);

    private final SettableClock clock = SettableClock.at("2025-03-15T14:30:00Z");

    /** The implementation under test, on that clock. It may hold other usage already. */
    protected abstract Allowances allowances(InstantSource clock);

    private static Allowance of(Limit limit) {
        return new Allowance("test", UUID.randomUUID().toString(), false, limit);
    }

    private static Spending spend(Allowances allowances, Allowance allowance, int times) {
        return IntStream.range(0, times).mapToObj(i -> allowances.spend(allowance)).toList().getLast();
    }

    @Test
    void as_many_as_there_are_can_be_spent_and_no_more() {
        var allowances = allowances(clock);
        var allowance = of(FIVE_A_MINUTE);

        var first = allowances.spend(allowance);
        var fifth = spend(allowances, allowance, 4);
        var sixth = allowances.spend(allowance);

        assertThat(first).isEqualTo(new Spending(true, 4, Duration.ZERO, Duration.ofSeconds(12)));
        assertThat(fifth).isEqualTo(new Spending(true, 0, Duration.ZERO, Duration.ofSeconds(60)));
        assertThat(sixth).isEqualTo(new Spending(false, 0, Duration.ofSeconds(12), Duration.ofSeconds(60)));
    }

    @Test
    void to_ask_for_the_wait_spends_nothing() {
        var allowances = allowances(clock);
        var allowance = of(FIVE_A_MINUTE);

        assertThat(allowances.untilNext(allowance)).isZero();
        spend(allowances, allowance, 4);
        assertThat(allowances.untilNext(allowance)).isZero();
        spend(allowances, allowance, 1);
        assertThat(allowances.untilNext(allowance)).isEqualTo(Duration.ofSeconds(12));
        clock.advance(Duration.ofSeconds(12));
        assertThat(allowances.untilNext(allowance)).isZero();
        assertThat(allowances.spend(allowance).isSpent()).isTrue();
    }

    @Test
    void the_wait_is_the_true_one() {
        var allowances = allowances(clock);
        var allowance = of(FIVE_A_MINUTE);
        spend(allowances, allowance, 5);
        clock.advance(Duration.ofMillis(4_500));

        var wait = allowances.spend(allowance).untilNext();
        clock.advance(wait.minusMillis(1));
        var tooEarly = allowances.spend(allowance);
        clock.advance(Duration.ofMillis(1));
        var inTime = allowances.spend(allowance);

        assertThat(wait).isEqualTo(Duration.ofMillis(7_500));
        assertThat(tooEarly.isSpent()).isFalse();
        assertThat(tooEarly.untilNext()).isEqualTo(Duration.ofMillis(1));
        assertThat(inTime.isSpent()).isTrue();
        assertThat(allowances.spend(allowance).isSpent()).isFalse();
    }

    @Test
    void what_was_spent_comes_back_up_to_the_burst() {
        var allowances = allowances(clock);
        var allowance = of(new RateLimit(60, Duration.ofMinutes(1), 3));
        spend(allowances, allowance, 3);

        clock.advance(Duration.ofHours(1));

        assertThat(spend(allowances, allowance, 3).isSpent()).isTrue();
        assertThat(allowances.spend(allowance).untilNext()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void nothing_of_a_quota_comes_back_within_its_month() {
        var allowances = allowances(clock);
        var allowance = of(MonthlyQuota.at(clock.instant(), 2));
        spend(allowances, allowance, 2);

        clock.advance(Duration.ofDays(16));

        assertThat(allowances.spend(allowance).isSpent()).isFalse();
    }

    @Test
    void each_holder_policy_and_limit_is_counted_apart() {
        var allowances = allowances(clock);
        var one = new RateLimit(1, Duration.ofMinutes(1), 1);
        var allowance = of(one);
        spend(allowances, allowance, 1);

        assertThat(allowances.spend(new Allowance("other", allowance.holder(), false, one)).isSpent()).isTrue();
        assertThat(allowances.spend(new Allowance(allowance.policy(), allowance.holder() + "1", false, one)).isSpent()).isTrue();
        assertThat(allowances.spend(new Allowance(allowance.policy(), allowance.holder(), false, FIVE_A_MINUTE)).isSpent()).isTrue();
        assertThat(allowances.spend(allowance).isSpent()).isFalse();
    }

    @Test
    void exactly_as_many_as_there_are_are_spent_when_twice_as_many_come_at_once() throws Exception {
        var allowances = allowances(clock);
        var allowance = of(RateLimit.perMinute(32));
        Callable<Spending> one = () -> allowances.spend(allowance);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var spendings = threads.invokeAll(IntStream.range(0, 64).mapToObj(i -> one).toList());

            assertThat(spendings.stream().filter(spending -> spending.resultNow().isSpent()).count()).isEqualTo(32);
        }
    }
}
