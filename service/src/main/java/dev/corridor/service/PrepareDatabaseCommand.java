package dev.corridor.service;

import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import java.io.PrintStream;
import java.util.List;

/** Makes what the tables of a dump need and a dump of one database lacks: the role in which the service works. */
final class PrepareDatabaseCommand implements Command {

    @Override
    public String name() {
        return "prepare-database";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public String summary() {
        return "makes a new server ready for a dump to be restored into it";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        try (var database = ServiceDatabase.open(settings)) {
            database.prepare();
            output.println("the role corridor_service is there; restore with pg_restore --no-owner --exit-on-error");
            return ExitCode.DONE;
        }
    }
}
