package dev.corridor.benchmarks.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;

/** What to measure, for how long, and where. */
record Options(
        int rounds,
        Duration measured,
        Duration warmUp,
        List<Integer> clients,
        Set<Workload> workloads,
        boolean history,
        boolean feed,
        Optional<String> databaseUrl,
        Path directory,
        Optional<String> pgbench) {

    static final String USAGE = """
            Usage: ./corridor bench [load] [OPTIONS]

            Measures Corridor over HTTP against pgbench doing the same row by row, on one PostgreSQL; takes about ten minutes.

              --quick             one round of two seconds each: about two minutes, good for a first look only
              --rounds N          how often each cell is measured (3)
              --seconds N         how long each time (5)
              --warm-up N         how many seconds of load go before (25)
              --clients N,N       how many clients at once (1,8,32,128)
              --workloads W,W     which accounts they use: uniform, zipf, hot (all)
              --history           instead: the same load with 0, 1 and 10 million entries in the books; takes many minutes
              --feed              instead: latency of payments on 200 busy WebSockets beside 2,000 idle ones, and their cost
              --database URL      an empty database to use instead of the embedded one: postgres://user:password@host:5432/name
              --directory DIR     where the database and scratch files go; it must be on a disk (the system's temporary directory)
              --pgbench FILE      the program pgbench
            """;

    /** The load before each measurement. */
    static final Duration LEAD_IN = Duration.ofSeconds(1);

    private static final Options STANDARD = new Options(
            3,
            Duration.ofSeconds(5),
            Duration.ofSeconds(25),
            List.of(1, 8, 32, 128),
            EnumSet.allOf(Workload.class),
            false,
            false,
            Optional.empty(),
            Path.of(System.getProperty("java.io.tmpdir")),
            Optional.empty());

    /** @throws IllegalArgumentException with a message for the user */
    static Options parse(List<String> words) {
        var options = STANDARD;
        var rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            options = options.with(rest.remove(), rest);
        }
        if (options.history && options.databaseUrl.isPresent()) {
            throw new IllegalArgumentException("--history needs a database that is empty at first, and so always uses the embedded one");
        }
        return options;
    }

    private Options with(String name, Queue<String> rest) {
        return switch (name) {
            case "--quick" -> with(1, Duration.ofSeconds(2), Duration.ofSeconds(10));
            case "--rounds" -> with(number(name, rest), measured, warmUp);
            case "--seconds" -> with(rounds, Duration.ofSeconds(number(name, rest)), warmUp);
            case "--warm-up" -> with(rounds, measured, Duration.ofSeconds(number(name, rest)));
            case "--clients" -> with(list(name, rest, text -> positive(name, text)), workloads);
            case "--workloads" -> with(clients, EnumSet.copyOf(list(name, rest, Workload::parse)));
            case "--history" -> with(true, databaseUrl, directory, pgbench);
            case "--feed" -> new Options(rounds, measured, warmUp, clients, workloads, history, true, databaseUrl, directory, pgbench);
            case "--database" -> with(history, Optional.of(value(name, rest)), directory, pgbench);
            case "--directory" -> with(history, databaseUrl, Path.of(value(name, rest)), pgbench);
            case "--pgbench" -> with(history, databaseUrl, directory, Optional.of(value(name, rest)));
            default -> throw new IllegalArgumentException("there is no option " + name);
        };
    }

    private Options with(int rounds, Duration measured, Duration warmUp) {
        return new Options(rounds, measured, warmUp, clients, workloads, history, feed, databaseUrl, directory, pgbench);
    }

    private Options with(List<Integer> clients, Set<Workload> workloads) {
        return new Options(rounds, measured, warmUp, clients, workloads, history, feed, databaseUrl, directory, pgbench);
    }

    private Options with(boolean history, Optional<String> databaseUrl, Path directory, Optional<String> pgbench) {
        return new Options(rounds, measured, warmUp, clients, workloads, history, feed, databaseUrl, directory, pgbench);
    }

    private static int number(String name, Queue<String> rest) {
        return positive(name, value(name, rest));
    }

    private static int positive(String name, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " takes whole numbers above zero, not " + text, e);
        }
        throw new IllegalArgumentException(name + " takes whole numbers above zero, not " + text);
    }

    private static <T> List<T> list(String name, Queue<String> rest, Function<String, T> element) {
        return Arrays.stream(value(name, rest).split(",")).map(element).distinct().toList();
    }

    private static String value(String name, Queue<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return rest.remove();
    }
}
