package dev.corridor.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "the profiler's library is for Linux")
final class ProfilerTest {

    @TempDir
    private Path directory;

    @Test
    void a_running_process_gets_a_flame_graph_of_what_it_does() throws IOException, InterruptedException {
        var profiler = Profiler.unpackInto(directory);
        var graph = directory.resolve("flames.html");
        var stacks = directory.resolve("flames.collapsed");
        var process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Busy.class.getName())
                .redirectErrorStream(true)
                .start();
        try (var output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo(Busy.READY);

            profiler.start(process.pid());
            // The profiler writes to the same output.
            assertThat(output.lines().filter(Busy.WORKED::equals).limit(2)).hasSize(2);
            profiler.stop(process.pid(), graph, stacks);
        } finally {
            process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        }

        assertThat(graph).content().contains("ProfilerTest$Busy.");
        assertThat(stacks).content().contains("ProfilerTest$Busy.work");
    }

    /** A program that works, and says so again and again. */
    static final class Busy {

        static final String READY = "ready";
        static final String WORKED = "worked";

        private static volatile long last;

        private Busy() {}

        public static void main(String[] words) {
            System.out.println(READY);
            while (true) {
                work();
            }
        }

        private static void work() {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
            while (last < end) {
                last = System.nanoTime();
            }
            System.out.println(WORKED);
        }
    }
}
