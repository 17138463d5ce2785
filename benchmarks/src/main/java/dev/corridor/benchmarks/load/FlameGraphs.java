package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.machine.Profiler;
import dev.corridor.benchmarks.machine.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;

/** A flame graph of Corridor for each cell. Sampling costs a little, so it is off by default. */
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

    /** Of the cell's last round. */
    Load drawing(Cell cell, long processId, Supplier<Load> measured) {
        profiler.start(processId);
        try {
            return measured.get();
        } finally {
            var name = "flames-" + cell.workload().toString().toLowerCase(Locale.ROOT) + "-" + cell.clients() + ".html";
            profiler.stop(processId, directory.resolve(name));
        }
    }
}
