package dev.corridor.benchmarks.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server process that runs until it is closed, or until this process ends. */
public final class Server implements AutoCloseable {

    private static final int LOG_LINES_SHOWN = 20;
    private static final long STOP_LIMIT_SECONDS = 120;
    private static final long BYTES_PER_KIBIBYTE = 1024;

    private final Process process;
    private final Thread hook;
    private final List<String> welcome;
    private final Duration startUp;

    private Server(Process process, Thread hook, List<String> welcome, Duration startUp) {
        this.process = process;
        this.hook = hook;
        this.welcome = welcome;
        this.startUp = startUp;
    }

    /**
     * Starts the process and waits until it is ready.
     *
     * @param ready the prefix of the last line on its standard output, which reports readiness
     * @param log receives its standard error
     */
    public static Server start(ProcessBuilder builder, String ready, Path log) {
        long startNanos = System.nanoTime();
        try {
            var process = builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
            var hook = new Thread(process::destroy, "stop the server");
            Runtime.getRuntime().addShutdownHook(hook);
            var welcome = readUntil(ready, process.inputReader(), log);
            return new Server(process, hook, welcome, Duration.ofNanos(System.nanoTime() - startNanos));
        } catch (IOException e) {
            throw new BenchException(builder.command().getFirst() + " does not start", e);
        }
    }

    private static List<String> readUntil(String ready, BufferedReader output, Path log) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.startsWith(ready)) {
                return lines;
            }
        }
        var logLines = Files.readAllLines(log);
        var end = logLines.subList(Math.max(0, logLines.size() - LOG_LINES_SHOWN), logLines.size());
        throw new BenchException("a server ended before it was ready. The end of " + log + ":\n" + String.join("\n", end));
    }

    /** The lines that it printed until it was ready. */
    public List<String> welcome() {
        return welcome;
    }

    /** From the start of the process until it was ready. */
    public Duration startUp() {
        return startUp;
    }

    public long processId() {
        return process.pid();
    }

    public Usage usage() {
        return Usage.of(Stream.of(process.pid()));
    }

    /** The resident memory. */
    public String residentMemory() {
        long bytes = residentBytes();
        return bytes == 0 ? "unknown" : String.format(Locale.ROOT, "%,d MiB", bytes >> 20);
    }

    /** In bytes; zero if the operating system does not report it. */
    public long residentBytes() {
        try {
            var ps = Program.run(new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(process.pid())));
            return Long.parseLong(ps.output().strip()) * BYTES_PER_KIBIBYTE;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        forgetHook();
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The shutdown hooks run already.
            return;
        }
    }
}
