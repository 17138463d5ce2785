package dev.corridor.service.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.scheduling.ScheduledExecutorTaskScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UpkeepTest {

    @Test
    void a_round_that_fails_is_followed_by_another() throws InterruptedException {
        var rounds = new CountDownLatch(3);
        var failing = Upkeep.every(Duration.ofMillis(1), "failing", () -> {
            rounds.countDown();
            throw new IllegalStateException("planted");
        });

        var threads = Executors.newSingleThreadScheduledExecutor();
        try {
            new UpkeepSchedule(List.of(failing), new ScheduledExecutorTaskScheduler(threads));

            assertThat(rounds.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void batches_follow_one_another_until_one_is_not_full() {
        var limits = new ArrayList<Integer>();
        var left = new ArrayList<>(List.of(10, 10, 3));

        Upkeep.inBatchesOf(10, limit -> {
            limits.add(limit);
            return left.removeFirst();
        }).run();

        assertThat(limits).containsExactly(10, 10, 10);
        assertThat(left).isEmpty();
    }
}
