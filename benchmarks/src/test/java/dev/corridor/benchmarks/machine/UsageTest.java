package dev.corridor.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have no /proc")
final class UsageTest {

    private static final long THIS_PROCESS = ProcessHandle.current().pid();
    private static final Duration WORK = Duration.ofMillis(200);

    @Test
    void work_of_a_thread_is_counted_once_even_if_it_has_ended() throws InterruptedException {
        var before = Usage.of(Stream.of(THIS_PROCESS));

        work();
        var ending = new Thread(UsageTest::work);
        ending.start();
        ending.join();

        var used = Usage.of(Stream.of(THIS_PROCESS)).minus(before);
        assertThat(used.cpu()).isGreaterThan(WORK.multipliedBy(2).multipliedBy(9).dividedBy(10));
    }

    private static void work() {
        long begun = cpuNanos();
        while (cpuNanos() - begun < WORK.toNanos()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void the_compilers_are_counted_apart() {
        assertThat(Usage.of(Stream.of(THIS_PROCESS)).compilers()).isPositive();
    }

    @Test
    void of_a_process_that_has_ended_nothing_is_known() {
        assertThat(Usage.of(Stream.of(Long.MAX_VALUE)))
                .isEqualTo(new Usage(Duration.ZERO, Duration.ZERO, 0));
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
