package dev.corridor.chain.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Programs from npm, installed once per machine into the user's cache. A machine without Node.js has none: tests that need them are skipped with a line
 * that says so, and with {@code CI=true} fail.
 */
final class NodePackages {

    private static final String MISSING = "Not tested against a real node: install Node.js, on Debian by 'apt-get install nodejs npm'";
    private static final List<String> PACKAGES = List.of("@foundry-rs/anvil@1.7.1", "solc@0.8.30");
    private static final int INSTALLED_WITHIN_MINUTES = 5;

    private NodePackages() {}

    /** The directory {@code node_modules}; empty without Node.js. */
    static Optional<Path> installed() {
        var cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).map(Path::of).orElse(Path.of(System.getProperty("user.home"), ".cache"));
        var directory = cache.resolve("corridor").resolve("npm-" + Integer.toHexString(PACKAGES.hashCode()));
        try {
            Files.createDirectories(directory);
            try (var lock = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                var done = directory.resolve("installed");
                if (!Files.exists(done)) {
                    install(directory);
                    Files.createFile(done);
                }
            }
            return Optional.of(directory.resolve("node_modules"));
        } catch (IOException e) {
            if ("true".equals(System.getenv("CI"))) {
                throw new UncheckedIOException(MISSING, e);
            }
            System.err.println(MISSING + " (" + e.getMessage() + ")");
            return Optional.empty();
        }
    }

    private static void install(Path directory) throws IOException {
        var command = new ArrayList<>(List.of("npm", "install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"));
        command.add(directory.toString());
        command.addAll(PACKAGES);
        var output = directory.resolve("npm.log");
        var npm = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            if (!npm.waitFor(INSTALLED_WITHIN_MINUTES, TimeUnit.MINUTES) || npm.exitValue() != 0) {
                npm.destroyForcibly();
                throw new IOException("npm has failed: " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            npm.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
