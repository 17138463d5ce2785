package dev.corridor.service;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** A program that tests need and that does not come with the build. Without it they are skipped, but on a build server they fail. */
public final class Program {

    /** Beside those of the path: where Debian has daemons, and macOS applications. */
    private static final List<String> MORE_DIRECTORIES = List.of("/usr/sbin", "/Applications/Google Chrome.app/Contents/MacOS");

    private static final List<Path> DIRECTORIES = Stream.concat(
            Arrays.stream(System.getenv("PATH").split(File.pathSeparator)), MORE_DIRECTORIES.stream()).map(Path::of).toList();

    private Program() {}

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
}
