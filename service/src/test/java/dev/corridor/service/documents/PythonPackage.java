package dev.corridor.service.documents;

import dev.corridor.service.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A directory of this repository with a Python package, and with what its requirements name in an environment of its own. */
public record PythonPackage(Path directory) {

    private static final String NEW_ENOUGH = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))";

    /** Installed if need be. */
    public static PythonPackage in(String directory) throws IOException, InterruptedException {
        var python = Program.find("python3-venv", "python3").toString();
        if (new ProcessBuilder(python, "-c", NEW_ENOUGH).start().waitFor() != 0) {
            throw Program.missing("Python 3.11 with venv", "install it, on Debian by 'apt-get install python3-venv'");
        }
        var programs = new PythonPackage(Path.of("..", directory));
        var requirements = programs.directory.resolve("requirements.txt");
        var installed = programs.directory.resolve(".venv/requirements.txt");
        Program.renew(installed, requirements, () -> {
            Program.run(programs.directory, Map.of(), python, "-m", "venv", "--clear", ".venv");
            programs.run(Map.of(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt");
            Files.copy(requirements, installed);
        });
        return programs;
    }

    /** Runs Python to its end, which must be a good one, and answers what it printed. */
    public String run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(".venv/bin/python"));
        command.addAll(List.of(arguments));
        var complete = new HashMap<>(environment);
        complete.put("PYTHONPATH", "src");
        complete.put("PYTHONDONTWRITEBYTECODE", "1");
        return Program.run(directory, complete, command.toArray(String[]::new));
    }
}
