package dev.corridor.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What processes have used so far, from Linux's own accounting; nothing where there is none.
 *
 * @param cpu on a processor, without the JVM's compilers; threads that have ended count too
 * @param compilers the same of the JVM's compilers, which work less the longer the process runs
 * @param contextSwitches of the threads that live, voluntary or not
 */
public record Usage(Duration cpu, Duration compilers, long contextSwitches) {

    private static final Usage NONE = new Usage(Duration.ZERO, Duration.ZERO, 0);
    private static final Path PROCESSES = Path.of("/proc");

    /** Linux tells a process's times in these, whatever its own clock. */
    private static final Duration TICK = Duration.ofMillis(10);

    /** Behind the name of the program. */
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    /** The names of the JVM's compiler threads, which Linux cuts after 15 characters. */
    private static final List<String> COMPILERS = List.of("C1 CompilerThre", "C2 CompilerThre");

    public static Usage of(Stream<Long> processIds) {
        return processIds.map(id -> PROCESSES.resolve(id.toString())).map(Usage::ofProcess).reduce(NONE, Usage::plus);
    }

    private static Usage ofProcess(Path process) {
        var threads = threads(process.resolve("task")).stream().map(Usage::ofThread).reduce(NONE, Usage::plus);
        return new Usage(cpu(process).minus(threads.compilers), threads.compilers, threads.contextSwitches);
    }

    /** Of all its threads, those too that have ended: a pool's come and go. Source: proc_pid_stat(5), {@code utime} and {@code stime}. */
    private static Duration cpu(Path process) {
        try {
            var stat = Files.readString(process.resolve("stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return TICK.multipliedBy(Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]));
        } catch (IOException e) {
            return Duration.ZERO;
        }
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
            long switches;
            try (var status = Files.lines(thread.resolve("status"))) {
                switches = status.filter(line -> line.contains("voluntary_ctxt_switches:"))
                        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
                        .sum();
            }
            return new Usage(Duration.ZERO, COMPILERS.contains(name) ? scheduled(thread) : Duration.ZERO, switches);
        } catch (IOException e) {
            return NONE;
        }
    }

    private static Duration scheduled(Path thread) throws IOException {
        var schedule = Files.readString(thread.resolve("schedstat"));
        return Duration.ofNanos(Long.parseLong(schedule.substring(0, schedule.indexOf(' '))));
    }

    public Usage plus(Usage other) {
        return new Usage(cpu.plus(other.cpu), compilers.plus(other.compilers), contextSwitches + other.contextSwitches);
    }

    public Usage minus(Usage before) {
        return new Usage(cpu.minus(before.cpu), compilers.minus(before.compilers), contextSwitches - before.contextSwitches);
    }
}
