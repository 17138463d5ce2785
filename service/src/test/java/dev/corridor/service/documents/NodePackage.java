package dev.corridor.service.documents;

import dev.corridor.service.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A directory of this repository with programs from npm, in the versions of its lock file. */
public record NodePackage(Path directory) {

    /** Installed if need be. */
    public static NodePackage in(String directory) throws IOException, InterruptedException {
        Program.find("nodejs npm", "npm");
        var programs = new NodePackage(Path.of("..", directory));
        Program.renew(
                programs.directory.resolve("node_modules/.package-lock.json"),
                programs.directory.resolve("package-lock.json"),
                () -> programs.run(Map.of(), "npm", "ci", "--no-audit", "--no-fund"));
        return programs;
    }

    /** Runs a program to its end, which must be a good one, and answers what it printed. */
    public String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        return Program.run(directory, environment, command);
    }
}
