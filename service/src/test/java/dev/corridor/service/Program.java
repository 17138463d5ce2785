package dev.corridor.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Programs that tests need and that do not come with the build. Without them tests are skipped, but on a build server they fail. */
public final class Program {

    private static final Duration LONGEST_RUN = Duration.ofMinutes(10);

    /** Beside those of the path: where Debian has daemons, and macOS applications. */
    private static final List<String> MORE_DIRECTORIES = List.of("/usr/sbin", "/Applications/Google Chrome.app/Contents/MacOS");

    private static final List<Path> DIRECTORIES = Stream.concat(
            Arrays.stream(System.getenv("PATH").split(File.pathSeparator)), MORE_DIRECTORIES.stream()).map(Path::of).toList();

    private Program() {}

    /** Makes what is missing. */
    public interface Making {
        void make() throws IOException, InterruptedException;
    }

    /**
     * @param debianPackage that has it
     * @param names that it may have, the usual one first
     */
    public static Path find(String debianPackage, String... names) {
        return Arrays.stream(names)
                .flatMap(name -> DIRECTORIES.stream().map(directory -> directory.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> missing(names[0], "install it, on Debian by 'apt-get install " + debianPackage + "'"));
    }

    /** Skips the test if it is thrown, or fails it. */
    public static RuntimeException missing(String what, String remedy) {
        var reason = what + " is missing: " + remedy;
        return "true".equals(System.getenv("CI")) ? new IllegalStateException(reason) : new TestAbortedException(reason);
    }

    /** Runs a program to its end, which must be a good one and come within {@link #LONGEST_RUN}, and answers what it printed. */
    public static String run(Path directory, Map<String, String> environment, String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var end = CompletableFuture.runAsync(() -> end(process),
                CompletableFuture.delayedExecutor(LONGEST_RUN.toSeconds(), TimeUnit.SECONDS, Thread::startVirtualThread));
        try {
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).as("%s\n%s", List.of(command), output).isZero();
            return output;
        } finally {
            end.cancel(true);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Makes something unless it was made since what it is made of was changed. One process of the tests does it at a time. */
    public static void renew(Path made, Path source, Making making) throws IOException, InterruptedException {
        try (var lock = FileChannel.open(Path.of("target", "making.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.exists(made) || Files.getLastModifiedTime(made).compareTo(Files.getLastModifiedTime(source)) < 0) {
                making.make();
            }
        }
    }
}
