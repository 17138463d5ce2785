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

/**
 * What to measure, for how long, and where.
 *
 * @param warmUp the longest time of load before the first measurement
 * @param rates of the open loop, in pairs per second
 * @param other the directory of the other checkout, for {@link Kind#VERSIONS}
 */
record Options(
        Kind kind,
        int rounds,
        Duration measured,
        Duration warmUp,
        List<Integer> clients,
        List<Integer> rates,
        Set<Workload> workloads,
        boolean keep,
        boolean profile,
        Optional<Path> other,
        Optional<String> databaseUrl,
        Path directory,
        Optional<String> pgbench) {

    static final String USAGE = """
            Usage: ./corridor bench [load] [OPTIONS]

            Measures Corridor over HTTP against pgbench doing the same row by row, on one PostgreSQL; takes about ten minutes.

              --quick             one round of two seconds each: about two minutes, good for a first look only
              --rounds N          how often each cell is measured (3)
              --seconds N         how long each time (5)
              --warm-up N         how many seconds of load go before at most; it ends when the cost of a pair stands still (60)
              --clients N,N       how many clients at once (1,8,32,128)
              --workloads W,W     which accounts they use: uniform, zipf, hot (all)
              --keep              adds the figures to benchmarks/results/kept.csv, and draws its chart anew
              --profile           writes a flame graph of Corridor for each cell or answer (Linux)
              --rates N,N         instead: pairs arrive at these rates a second, however slow the answers are
              --compare DIR       instead: this checkout and the one in DIR, by turns
              --history           instead: the same load with 0, 1 and 10 million pairs in the books; takes many minutes
              --feed              instead: latency of payments on 200 busy WebSockets beside 2,000 idle ones, and their cost
              --answers           instead: answers that write nothing, beside a bare Micronaut route; about two minutes
              --database URL      an empty database to use instead of the embedded one: postgres://user:password@host:5432/name
              --directory DIR     where the database and scratch files go; it must be on a disk (the system's temporary directory)
              --pgbench FILE      the program pgbench
            """;

    /** The load before each measurement. */
    static final Duration LEAD_IN = Duration.ofSeconds(1);

    /** Which run. */
    enum Kind {
        COMPARISON, RATES, VERSIONS, HISTORY, FEED, ANSWERS
    }

    /** @throws IllegalArgumentException with a message for the user */
    static Options parse(List<String> words) {
        var reader = new Reader(words);
        while (!reader.rest.isEmpty()) {
            reader.read(reader.rest.remove());
        }
        return reader.options();
    }

    /** The words that are left, and the options so far. */
    private static final class Reader {

        private final Queue<String> rest;
        private Kind kind = Kind.COMPARISON;
        private int rounds = 3;
        private int seconds = 5;
        private int warmUpSeconds = 60;
        private List<Integer> clients = List.of(1, 8, 32, 128);
        private List<Integer> rates = List.of();
        private Set<Workload> workloads = EnumSet.allOf(Workload.class);
        private boolean keep;
        private boolean profile;
        private Optional<Path> other = Optional.empty();
        private Optional<String> databaseUrl = Optional.empty();
        private Path directory = Path.of(System.getProperty("java.io.tmpdir"));
        private Optional<String> pgbench = Optional.empty();

        Reader(List<String> words) {
            this.rest = new ArrayDeque<>(words);
        }

        void read(String name) {
            switch (name) {
                case "--quick" -> {
                    rounds = 1;
                    seconds = 2;
                    warmUpSeconds = 10;
                }
                case "--rounds" -> rounds = positive(name, value(name));
                case "--seconds" -> seconds = positive(name, value(name));
                case "--warm-up" -> warmUpSeconds = positive(name, value(name));
                case "--clients" -> clients = list(name, text -> positive(name, text));
                case "--workloads" -> workloads = EnumSet.copyOf(list(name, Workload::parse));
                case "--keep" -> keep = true;
                case "--profile" -> profile = true;
                case "--rates" -> {
                    kind = Kind.RATES;
                    rates = list(name, text -> positive(name, text));
                }
                case "--compare" -> {
                    kind = Kind.VERSIONS;
                    other = Optional.of(Path.of(value(name)));
                }
                case "--history" -> kind = Kind.HISTORY;
                case "--feed" -> kind = Kind.FEED;
                case "--answers" -> kind = Kind.ANSWERS;
                case "--database" -> databaseUrl = Optional.of(value(name));
                case "--directory" -> directory = Path.of(value(name));
                case "--pgbench" -> pgbench = Optional.of(value(name));
                default -> throw new IllegalArgumentException("there is no option " + name);
            }
        }

        Options options() {
            boolean needsSeveral = kind == Kind.HISTORY || kind == Kind.VERSIONS;
            if (needsSeveral && databaseUrl.isPresent()) {
                throw new IllegalArgumentException("--history and --compare need several databases that are empty at first, and so always use"
                        + " embedded ones");
            }
            return new Options(
                    kind,
                    rounds,
                    Duration.ofSeconds(seconds),
                    Duration.ofSeconds(warmUpSeconds),
                    clients,
                    rates,
                    workloads,
                    keep,
                    profile,
                    other,
                    databaseUrl,
                    directory,
                    pgbench);
        }

        private <T> List<T> list(String name, Function<String, T> element) {
            return Arrays.stream(value(name).split(",")).map(element).distinct().toList();
        }

        private String value(String name) {
            if (rest.isEmpty()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            return rest.remove();
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
    }
}
