package dev.corridor.benchmarks.corridor;

import dev.corridor.benchmarks.http.LoadGenerator;
import dev.corridor.benchmarks.machine.BenchException;
import dev.corridor.benchmarks.machine.Program;
import dev.corridor.benchmarks.machine.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Corridor in a process of its own, started with the script {@code corridor}. */
public final class Corridor implements AutoCloseable {

    private static final String READY = "corridor ready on ";
    private static final Pattern PORT = Pattern.compile(READY + "http://[^:]+:(\\d+)");
    private static final Pattern KEY = Pattern.compile("nxos_sk_test_\\w+");

    /**
     * An installation of Corridor and its data.
     *
     * @param home the directory of the script
     * @param databaseUrl a PostgreSQL to use instead of the embedded one
     * @param settings additional environment variables
     */
    public record Place(Path home, Path dataDirectory, Optional<String> databaseUrl, Map<String, String> settings) {

        public Place {
            settings = Map.copyOf(settings);
        }

        /** With default settings. */
        public Place(Path home, Path dataDirectory, Optional<String> databaseUrl) {
            this(home, dataDirectory, databaseUrl, Map.of());
        }

        public Place with(String setting, String value) {
            var more = new HashMap<>(settings);
            more.put(setting, value);
            return new Place(home, dataDirectory, databaseUrl, more);
        }

        /** The same installation with another data directory. */
        public Place in(Path otherDataDirectory) {
            return new Place(home, otherDataDirectory, databaseUrl, settings);
        }

        Path log() {
            return dataDirectory.resolveSibling(dataDirectory.getFileName() + ".log");
        }

        private ProcessBuilder command(String name) {
            var builder = new ProcessBuilder(home.resolve("corridor").toString(), name);
            var environment = builder.environment();
            environment.put("JAVA_HOME", System.getProperty("java.home"));
            environment.put("CORRIDOR_ENVIRONMENT", "sandbox");
            environment.put("CORRIDOR_PORT", "0");
            environment.put("CORRIDOR_DATA_DIR", dataDirectory.toString());
            environment.remove("CORRIDOR_DATABASE_URL");
            environment.putAll(settings);
            databaseUrl.ifPresent(url -> environment.put("CORRIDOR_DATABASE_URL", url));
            return builder;
        }
    }

    private final Place place;
    private final Server server;
    private final Postgres postgres;
    private final int port;
    private final Api api;

    private Corridor(Place place, Server server) {
        this.place = place;
        this.server = server;
        this.postgres = place.databaseUrl().map(Postgres::parse).orElseGet(() -> Postgres.embeddedIn(place.dataDirectory()));
        var welcome = String.join("\n", server.welcome());
        this.port = Integer.parseInt(find(PORT, 1, welcome));
        this.api = new Api(find(KEY, 0, welcome));
    }

    public static Corridor start(Place place) {
        return new Corridor(place, Server.start(place.command("serve"), READY, place.log()));
    }

    public Server server() {
        return server;
    }

    public Postgres postgres() {
        return postgres;
    }

    public int port() {
        return port;
    }

    public LoadGenerator generator() {
        return new LoadGenerator(port);
    }

    public Api api() {
        return api;
    }

    /** Runs {@code ./corridor verify-books}; empty if it finds no difference. */
    public String verifyBooks() {
        try {
            var books = Program.run(place.command("verify-books"));
            return books.exitCode() == 0 ? "" : "verify-books: " + books.output();
        } catch (IOException e) {
            throw new BenchException("verify-books does not start", e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private static String find(Pattern pattern, int group, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new BenchException("Corridor's welcome has no " + pattern + ":\n" + text);
        }
        return matcher.group(group);
    }
}
