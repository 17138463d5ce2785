package dev.corridor.service;

import dev.corridor.service.embedded.EmbeddedDatabase;
import dev.corridor.service.settings.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Copies the embedded database while it works. */
final class BackupCommand implements Command {

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public List<String> parameters() {
        return List.of("DIRECTORY");
    }

    @Override
    public String summary() {
        return "copies the embedded database and its keys to a new directory";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        if (settings.externalDatabase().isPresent()) {
            throw new MisuseException(
                    "CORRIDOR_DATABASE_URL names a server of its own: backup it by PostgreSQL's tools, see docs/operate/keeping.md");
        }
        EmbeddedDatabase.backUp(settings.dataDirectory(), Path.of(arguments.getFirst()));
        output.println("backup complete: " + arguments.getFirst());
        return ExitCode.DONE;
    }
}
