package dev.corridor.service;

import dev.corridor.service.embedded.EmbeddedDatabase;
import dev.corridor.service.settings.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Makes the data directory of a backup of the embedded database. */
final class RestoreCommand implements Command {

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public List<String> parameters() {
        return List.of("DIRECTORY");
    }

    @Override
    public String summary() {
        return "makes the data directory of a backup; there must be no database";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        if (settings.externalDatabase().isPresent()) {
            throw new MisuseException(
                    "CORRIDOR_DATABASE_URL names a server of its own: restore it by PostgreSQL's tools, see docs/operate/keeping.md");
        }
        EmbeddedDatabase.restore(Path.of(arguments.getFirst()), settings.dataDirectory());
        output.println("restored into " + settings.dataDirectory() + ": check it by ./corridor verify-books");
        return ExitCode.DONE;
    }
}
