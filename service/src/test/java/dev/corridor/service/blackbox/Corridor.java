package dev.corridor.service.blackbox;

import dev.corridor.service.embedded.SharedPrograms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged service with its settings. Runs commands like {@code ./corridor}, without the build. Standard error goes to a file beside
 * the data directory; standard output is the command's result.
 */
record Corridor(Path directory, Map<String, String> settings) {

    private static final Path JAR = Path.of("target", "corridor-service.jar");

    /**
     * All but the first trade top speed for a faster start, which dominates these tests: only one compiler, and an archive of classes that the
     * first process leaves to the others. Of an archive that does not fit it a JVM would speak where commands answer, so it is silent.
     */
    private static final List<String> JAVA_OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=" + Path.of("target", "corridor-service.jsa"),
            "-Xlog:disable");

    private static final int LIMIT_SECONDS = 60;

    /** The result of a command. */
    record Ending(int exitCode, String output, String errors) {}

    /** A sandbox with its data directory in the given one, on a free port, without draining. */
    static Corridor in(Path directory) {
        var dataDirectory = directory.resolve("data").toString();
        return new Corridor(directory, Map.of("CORRIDOR_PORT", "0", "CORRIDOR_DATA_DIR", dataDirectory, "CORRIDOR_DRAIN_SECONDS", "0"));
    }

    Corridor with(String setting, String value) {
        var more = new HashMap<>(settings);
        more.put(setting, value);
        return new Corridor(directory, more);
    }

    Path dataDirectory() {
        return directory.resolve("data");
    }

    /** Starts the service and waits until it is ready. */
    Serving serve() throws IOException, InterruptedException {
        if (!settings.containsKey("CORRIDOR_DATABASE_URL")) {
            SharedPrograms.putInto(dataDirectory());
        }
        var log = newLog();
        return Serving.awaitReady(start(log, "serve"), log);
    }

    /** Starts a command. */
    Process begin(String... words) throws IOException {
        return start(newLog(), words);
    }

    /** Runs a command to its end. */
    Ending run(String... words) throws IOException, InterruptedException {
        var log = newLog();
        var process = start(log, words);
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Ending(process.waitFor(), output, Files.readString(log));
    }

    private Process start(Path log, String... words) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JAVA_OPTIONS);
        command.addAll(List.of("-cp", JAR.toString(), "dev.corridor.service.Main"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CORRIDOR_"));
        builder.environment().putAll(settings);
        var process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private Path newLog() throws IOException {
        return Files.createTempFile(directory, "corridor-", ".log");
    }
}
