package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.bare.BareServer;
import dev.corridor.benchmarks.corridor.Api;
import dev.corridor.benchmarks.corridor.Corridor;
import dev.corridor.benchmarks.corridor.Question;
import dev.corridor.benchmarks.http.LoadGenerator;
import dev.corridor.benchmarks.http.Measurement;
import dev.corridor.benchmarks.machine.BenchException;
import dev.corridor.benchmarks.machine.Scratch;
import dev.corridor.benchmarks.machine.Server;
import dev.corridor.benchmarks.report.Figures;
import dev.corridor.benchmarks.report.MarkdownTable;
import dev.corridor.benchmarks.report.Rounds;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.HdrHistogram.Histogram;

/** How fast Corridor says no, beside a bare Micronaut route that answers the same bytes and does nothing else. */
final class ErrorAnswers {

    static final int CLIENTS = 32;

    private static final String UNKNOWN_QUOTE = "/v1/quotes/quote_" + "0".repeat(32);
    private static final String UNKNOWN_KEY = "nxos_sk_test_" + "0".repeat(32);

    private ErrorAnswers() {}

    /** A no: how to get it, and from whom. */
    private static final class No {

        private final String name;
        private final byte[] request;
        private final int status;
        private final int port;
        private final List<Measurement> rounds = new ArrayList<>();

        No(String name, byte[] request, int status, int port) {
            this.name = name;
            this.request = request;
            this.status = status;
            this.port = port;
        }

        /** Its bytes. */
        String body() {
            var answer = new LoadGenerator(port).ask(request);
            if (answer.status() != status) {
                throw new BenchException("expected " + name + ", but came " + answer.status() + " " + answer.body());
            }
            return answer.body();
        }

        void warmUp(Duration time) {
            measure(time);
        }

        void addRound(Duration time) {
            rounds.add(measure(time));
        }

        double answersPerSecond() {
            return Rounds.of(rounds.stream().mapToDouble(Measurement::roundsPerSecond)).median();
        }

        Histogram latencies() {
            return Loads.sum(rounds.stream().map(round -> round.latencies().getFirst()).toList());
        }

        private Measurement measure(Duration time) {
            return new LoadGenerator(port).run(Collections.nCopies(CLIENTS, new Question(request, status)), Options.LEAD_IN, time);
        }
    }

    /** The same no from both. */
    private record Pair(No bare, No corridor) {}

    /** The table of both. */
    static String measure(Options options, Corridor corridor, Scratch scratch, PrintStream progress) {
        var unauthorized = new No("401, key unknown", new Api(UNKNOWN_KEY).get(UNKNOWN_QUOTE), 401, corridor.port());
        var notFound = new No("404, quote unknown", corridor.api().get(UNKNOWN_QUOTE), 404, corridor.port());
        try (var server = bareServer(unauthorized.body(), notFound.body(), scratch)) {
            var pairs = List.of(new Pair(bare(unauthorized, server), unauthorized), new Pair(bare(notFound, server), notFound));
            for (var pair : pairs) {
                // The load that went before has not compiled what says no; it is little code.
                pair.bare().warmUp(options.warmUp().dividedBy(5));
                pair.corridor().warmUp(options.warmUp().dividedBy(5));
            }
            for (int round = 1; round <= options.rounds(); round++) {
                for (var pair : pairs) {
                    pair.bare().addRound(options.measured());
                    pair.corridor().addRound(options.measured());
                    progress.printf(
                            "round %d of %d: %s: bare Micronaut %s, Corridor %s answers/s%n",
                            round,
                            options.rounds(),
                            pair.corridor().name,
                            Figures.whole(pair.bare().answersPerSecond()),
                            Figures.whole(pair.corridor().answersPerSecond()));
                }
            }
            return table(pairs);
        }
    }

    private static String table(List<Pair> pairs) {
        var table = new MarkdownTable(
                "answer", "bare Micronaut answers/s", "Corridor answers/s", "share", "bare, ms", "Corridor, ms", "errors", "drops");
        for (var pair : pairs) {
            table.row(
                    pair.corridor().name,
                    Figures.whole(pair.bare().answersPerSecond()),
                    Figures.whole(pair.corridor().answersPerSecond()),
                    Figures.ratio(pair.corridor().answersPerSecond() / pair.bare().answersPerSecond()),
                    Figures.percentiles(pair.bare().latencies()),
                    Figures.percentiles(pair.corridor().latencies()),
                    Measurement.describeErrors(pair.corridor().rounds),
                    String.valueOf(pair.corridor().rounds.stream().mapToLong(Measurement::drops).sum()));
        }
        return table.toString();
    }

    private static No bare(No original, Server server) {
        int port = Integer.parseInt(server.welcome().getLast().substring(BareServer.READY.length()));
        return new No(original.name, new Api("none").get("/" + original.status), original.status, port);
    }

    private static Server bareServer(String unauthorized, String notFound, Scratch scratch) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                BareServer.class.getName(),
                unauthorized,
                notFound);
        return Server.start(builder, BareServer.READY, scratch.directory().resolve("bare.log"));
    }
}
