package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.machine.Profiler;
import dev.corridor.benchmarks.machine.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Flame graphs of Corridor under load, and their stacks as text. Sampling costs a little, so it is off by default. */
final class FlameGraphs {

    private final Profiler profiler;
    private final Path directory;

    private FlameGraphs(Profiler profiler, Path directory) {
        this.profiler = profiler;
        this.directory = directory;
    }

    static FlameGraphs in(Path results, Scratch scratch) {
        try {
            return new FlameGraphs(Profiler.unpackInto(scratch.directory()), Files.createDirectories(results));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the last round of that name. */
    <T> T drawing(String name, long processId, Supplier<T> measured) {
        profiler.start(processId);
        try {
            return measured.get();
        } finally {
            profiler.stop(processId, directory.resolve("flames-" + name + ".html"), stacks(name));
        }
    }

    Path stacks(String name) {
        return directory.resolve("flames-" + name + ".collapsed");
    }
}
