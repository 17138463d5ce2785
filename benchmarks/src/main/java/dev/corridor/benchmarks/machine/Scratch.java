package dev.corridor.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A temporary directory for a run. Must be on a disk: in memory, durability would cost nothing. */
public record Scratch(Path directory) {

    public static Scratch below(Path parent) {
        try {
            var fileSystem = Files.getFileStore(parent).type();
            if (fileSystem.equals("tmpfs") || fileSystem.equals("ramfs")) {
                throw new BenchException(parent + " is not on a disk but in memory: name a directory on a disk by --directory");
            }
            return new Scratch(Files.createTempDirectory(parent, "corridor-bench"));
        } catch (IOException e) {
            throw new BenchException("no directory can be made in " + parent, e);
        }
    }

    public Path newDirectory(String name) {
        try {
            return Files.createTempDirectory(directory, name);
        } catch (IOException e) {
            throw new BenchException("no directory can be made in " + directory, e);
        }
    }

    public void delete() {
        delete(directory);
    }

    public static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new BenchException(directory + " cannot be deleted", e);
        }
    }
}
