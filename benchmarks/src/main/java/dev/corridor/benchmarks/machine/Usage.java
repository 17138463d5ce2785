package dev.corridor.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the threads of processes have used so far, from Linux's own accounting; nothing where there is none. Threads that have ended are
 * missing.
 *
 * @param cpu on a processor, in nanoseconds as the scheduler counts them, without the JVM's compilers
 * @param compilers the same of the JVM's compilers, which work less the longer the process runs
 * @param contextSwitches of all threads, voluntary or not
 */
public record Usage(Duration cpu, Duration compilers, long contextSwitches) {

    private static final Usage NONE = new Usage(Duration.ZERO, Duration.ZERO, 0);
    private static final Path PROCESSES = Path.of("/proc");

    /** The names of the JVM's compiler threads, which Linux cuts after 15 characters. */
    private static final List<String> COMPILERS = List.of("C1 CompilerThre", "C2 CompilerThre");

    public static Usage of(Stream<Long> processIds) {
        return processIds.flatMap(id -> threads(PROCESSES.resolve(id + "/task")).stream()).map(Usage::ofThread).reduce(NONE, Usage::plus);
    }

    private static List<Path> threads(Path tasks) {
        try (var threads = Files.list(tasks)) {
            return threads.toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Sources: proc_pid_status(5), and "sched-stats" in the kernel's documentation. */
    private static Usage ofThread(Path thread) {
        try {
            var name = Files.readString(thread.resolve("comm")).strip();
            var schedule = Files.readString(thread.resolve("schedstat"));
            var cpu = Duration.ofNanos(Long.parseLong(schedule.substring(0, schedule.indexOf(' '))));
            long switches;
            try (var status = Files.lines(thread.resolve("status"))) {
                switches = status.filter(line -> line.contains("voluntary_ctxt_switches:"))
                        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
                        .sum();
            }
            return COMPILERS.contains(name) ? new Usage(Duration.ZERO, cpu, switches) : new Usage(cpu, Duration.ZERO, switches);
        } catch (IOException e) {
            return NONE;
        }
    }

    public Usage plus(Usage other) {
        return new Usage(cpu.plus(other.cpu), compilers.plus(other.compilers), contextSwitches + other.contextSwitches);
    }

    public Usage minus(Usage before) {
        return new Usage(cpu.minus(before.cpu), compilers.minus(before.compilers), contextSwitches - before.contextSwitches);
    }
}
