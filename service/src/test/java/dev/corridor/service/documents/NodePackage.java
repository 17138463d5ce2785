package dev.corridor.service.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.Program;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** A directory of this repository with programs from npm, in the versions of its lock file. */
public record NodePackage(Path directory) {

    /** Installed if need be, by one process of the tests at a time. */
    public static NodePackage in(String directory) throws IOException, InterruptedException {
        Program.find("nodejs npm", "npm");
        var installed = new NodePackage(Path.of("..", directory));
        try (var lock = FileChannel.open(Path.of("target", "npm.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!installed.isCurrent()) {
                installed.run(Map.of(), "npm", "ci", "--no-audit", "--no-fund");
            }
        }
        return installed;
    }

    private boolean isCurrent() throws IOException {
        var installed = directory.resolve("node_modules/.package-lock.json");
        var wanted = Files.getLastModifiedTime(directory.resolve("package-lock.json"));
        return Files.exists(installed) && Files.getLastModifiedTime(installed).compareTo(wanted) >= 0;
    }

    /** Runs a program to its end, which must be a good one, and answers what it printed. */
    public String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as("%s\n%s", List.of(command), output).isZero();
        return output;
    }
}
