package dev.corridor.benchmarks.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A program that has ended.
 *
 * @param output both streams, interleaved
 */
public record Program(int exitCode, String output) {

    public static Program run(ProcessBuilder builder) throws IOException {
        var process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Program(process.waitFor(), output);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted while " + builder.command().getFirst() + " ran");
        }
    }
}
