package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.bare.BareServer;
import dev.corridor.benchmarks.corridor.Api;
import dev.corridor.benchmarks.corridor.Corridor;
import dev.corridor.benchmarks.corridor.FundedAccounts;
import dev.corridor.benchmarks.corridor.Question;
import dev.corridor.benchmarks.http.LoadGenerator;
import dev.corridor.benchmarks.http.Measurement;
import dev.corridor.benchmarks.machine.BenchException;
import dev.corridor.benchmarks.machine.Scratch;
import dev.corridor.benchmarks.machine.Server;
import dev.corridor.benchmarks.report.Figures;
import dev.corridor.benchmarks.report.MarkdownTable;
import dev.corridor.benchmarks.report.Rounds;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** The speed of answers that write nothing, compared with a bare Micronaut route that sends the same bytes. */
final class ShortAnswers {

    private static final int CLIENTS = 32;

    private static final String UNKNOWN_QUOTE = "/v1/quotes/quote_" + "0".repeat(32);
    private static final String UNKNOWN_KEY = "nxos_sk_test_" + "0".repeat(32);

    /** The sides alternate this often per round, so that disturbances of the machine affect both alike. */
    private static final int TURNS = 5;

    /** Headers that the framework adds itself. */
    private static final Set<String> OF_THE_FRAMEWORK = Set.of("date", "content-length", "connection");

    private ShortAnswers() {}

    /** An answer and how to provoke it. */
    private static final class Asked {

        private final String name;
        private final Api api;
        private final String path;
        private final int status;
        private final int port;
        private final Server server;
        private final List<Measurement> rounds = new ArrayList<>();
        private Duration cpu = Duration.ZERO;

        Asked(String name, Api api, String path, int status, int port, Server server) {
            this.name = name;
            this.api = api;
            this.path = path;
            this.status = status;
            this.port = port;
            this.server = server;
        }

        /** The format that the bare server parses. */
        String text() {
            var answer = ask();
            if (answer.statusCode() != status) {
                throw new BenchException("expected " + name + ", but came " + answer.statusCode() + " " + answer.body());
            }
            return answer.headers().map().entrySet().stream()
                    .filter(header -> !OF_THE_FRAMEWORK.contains(header.getKey()))
                    .map(header -> header.getKey() + ": " + String.join(", ", header.getValue()))
                    .collect(Collectors.joining("\n"))
                    + "\n\n" + answer.body();
        }

        private HttpResponse<String> ask() {
            try (var client = HttpClient.newHttpClient()) {
                var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Authorization", "Bearer " + api.key());
                return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new BenchException("the server on port " + port + " does not answer", e);
            } catch (InterruptedException e) {
                throw new BenchException("interrupted while waiting for " + name, e);
            }
        }

        /** The same response, from the bare server. */
        Asked bareOn(int port, Server server) {
            return new Asked(name, api, "/" + status, status, port, server);
        }

        void warmUp(Duration time) {
            measure(time);
        }

        void addRound(Duration time) {
            var before = server.usage();
            rounds.add(measure(time));
            cpu = cpu.plus(server.usage().minus(before).cpu());
        }

        /** Draws the last turn. */
        void addRound(Duration time, FlameGraphs flames) {
            flames.drawing(drawing(), server.processId(), () -> {
                addRound(time);
                return this;
            });
        }

        private String drawing() {
            return "answer-" + status;
        }

        /** Of a processor an answer, without the JVM's compilers. */
        double micros() {
            return cpu.toNanos() / 1e3 / rounds.stream().mapToLong(round -> round.accepted().getFirst()).sum();
        }

        double answersPerSecond() {
            return Rounds.of(rounds.stream().mapToDouble(Measurement::roundsPerSecond)).median();
        }

        Histogram latencies() {
            return Loads.sum(rounds.stream().map(round -> round.latencies().getFirst()).toList());
        }

        private Measurement measure(Duration time) {
            return new LoadGenerator(port).run(Collections.nCopies(CLIENTS, new Question(api.get(path), status)), Options.LEAD_IN, time);
        }
    }

    /** The same answer from both servers. */
    private record Pair(Asked bare, Asked corridor) {}

    /** Measures these alone. */
    static Report run(Options options, Optional<FlameGraphs> flames, Scratch scratch, Corridor.Place place, PrintStream progress) {
        try (var corridor = Corridor.start(to(place))) {
            var account = FundedAccounts.open(corridor, 1).getFirst();
            return Report.text("answers", section(measure(options, flames, corridor, account, scratch, progress)));
        }
    }

    /** The place as it must be for them: an address that asks with unknown keys only would soon be limited. */
    static Corridor.Place to(Corridor.Place place) {
        return place.with("CORRIDOR_UNKNOWN_KEY_LIMIT", "none");
    }

    static String section(String table) {
        return Report.section("Answers that write nothing",
                CLIENTS + " clients. Microseconds are those of a processor that Java takes for an answer, without the JVM's compilers.\n\n" + table);
    }

    /** Measures both and returns the table. */
    static String measure(
            Options options, Optional<FlameGraphs> flames, Corridor corridor, String account, Scratch scratch, PrintStream progress) {
        var unauthorized = new Asked("401, key unknown", new Api(UNKNOWN_KEY), UNKNOWN_QUOTE, 401, corridor.port(), corridor.server());
        var notFound = new Asked("404, quote unknown", corridor.api(), UNKNOWN_QUOTE, 404, corridor.port(), corridor.server());
        var found = new Asked("200, an account", corridor.api(), "/v1/accounts/" + account, 200, corridor.port(), corridor.server());
        try (var server = bareServer(List.of(found.text(), unauthorized.text(), notFound.text()), scratch)) {
            int port = Integer.parseInt(server.welcome().getLast().substring(BareServer.READY.length()));
            var pairs = Stream.of(unauthorized, notFound, found).map(asked -> new Pair(asked.bareOn(port, server), asked)).toList();
            for (var pair : pairs) {
                // The previous load has not compiled this code; it is small.
                pair.bare().warmUp(options.warmUp().dividedBy(5));
                pair.corridor().warmUp(options.warmUp().dividedBy(5));
            }
            for (int round = 1; round <= options.rounds(); round++) {
                for (var pair : pairs) {
                    for (int turn = 0; turn < TURNS; turn++) {
                        pair.bare().addRound(options.measured().dividedBy(TURNS));
                        var time = options.measured().dividedBy(TURNS);
                        flames.ifPresentOrElse(drawn -> pair.corridor().addRound(time, drawn), () -> pair.corridor().addRound(time));
                    }
                    progress.printf(
                            "round %d of %d: %s: bare Micronaut %s, Corridor %s answers/s; %.1f and %.1f us of Java%n",
                            round,
                            options.rounds(),
                            pair.corridor().name,
                            Figures.whole(pair.bare().answersPerSecond()),
                            Figures.whole(pair.corridor().answersPerSecond()),
                            pair.bare().micros(),
                            pair.corridor().micros());
                }
            }
            return table(pairs) + flames.map(graphs -> parts(pairs, graphs)).orElse("");
        }
    }

    private static String parts(List<Pair> pairs, FlameGraphs graphs) {
        var drawn = pairs.stream().map(pair -> new Parts.Drawn(pair.corridor.drawing(), pair.corridor.micros())).toList();
        return "\n" + Parts.MEANING.formatted("an answer") + Parts.table(drawn, graphs);
    }

    private static String table(List<Pair> pairs) {
        var table = new MarkdownTable(
                "answer", "bare Micronaut answers/s", "Corridor answers/s", "share", "bare, us", "Corridor, us", "bare, ms", "Corridor, ms", "errors",
                "drops");
        for (var pair : pairs) {
            table.row(
                    pair.corridor().name,
                    Figures.whole(pair.bare().answersPerSecond()),
                    Figures.whole(pair.corridor().answersPerSecond()),
                    Figures.ratio(pair.corridor().answersPerSecond() / pair.bare().answersPerSecond()),
                    Figures.whole(pair.bare().micros()),
                    Figures.whole(pair.corridor().micros()),
                    Figures.percentiles(pair.bare().latencies()),
                    Figures.percentiles(pair.corridor().latencies()),
                    Measurement.describeErrors(pair.corridor().rounds),
                    String.valueOf(pair.corridor().rounds.stream().mapToLong(Measurement::drops).sum()));
        }
        return table.toString();
    }

    private static Server bareServer(List<String> answers, Scratch scratch) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(
                List.of(java, "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), BareServer.class.getName()));
        command.addAll(answers);
        return Server.start(new ProcessBuilder(command), BareServer.READY, scratch.directory().resolve("bare.log"));
    }
}
