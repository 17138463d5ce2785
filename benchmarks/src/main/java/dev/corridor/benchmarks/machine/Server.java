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

/** A program that serves in a process of its own until it is closed, or until this process ends. */
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
     * Starts it, and waits until it says that it is ready.
     *
     * @param ready how the line on its standard output begins that says so; it prints none after that one
     * @param log where its standard error goes
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

    /** What it printed, up to the line that says that it is ready. */
    public List<String> welcome() {
        return welcome;
    }

    /** From the start of the process to the line that says that it is ready. */
    public Duration startUp() {
        return startUp;
    }

    /** What it has taken of the processors so far; zero where the operating system does not tell. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** How much of the machine's memory it holds. */
    public String residentMemory() {
        long bytes = residentBytes();
        return bytes == 0 ? "unknown" : String.format(Locale.ROOT, "%,d MiB", bytes >> 20);
    }

    /** The same as a number; zero where the operating system does not tell. */
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
            // The hooks are running already, this one among them.
            return;
        }
    }
}
