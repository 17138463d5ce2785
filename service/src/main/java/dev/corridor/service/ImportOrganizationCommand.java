package dev.corridor.service;

import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.cell.MoveRefusedException;
import dev.corridor.persistence.cell.OrganizationImport;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.sandbox.SandboxMasterKey;
import dev.corridor.service.settings.Settings;
import dev.corridor.service.wiring.ClockAndIds;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** The new cell's part of moving an organization: takes it in, closed, and then opens it with the code of the old cell, or discards it. */
final class ImportOrganizationCommand implements Command {

    private static final String OPEN = "--open";
    private static final String DISCARD = "--discard";

    @Override
    public String name() {
        return "import-organization";
    }

    @Override
    public List<String> parameters() {
        return List.of("FILE", "|", "ID", OPEN, "CODE", "|", "ID", DISCARD);
    }

    @Override
    public boolean takes(int arguments) {
        return arguments >= 1 && arguments <= 3;
    }

    @Override
    public String summary() {
        return "takes an organization in from another cell, then opens it, or discards it";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        var here = settings.cell().orElseThrow(() -> new MisuseException("set CORRIDOR_CELL to the name of this cell"));
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            var masterKey = settings.masterKey().orElseGet(() -> SandboxMasterKey.in(settings.dataDirectory(), ClockAndIds::bytes));
            run(arguments, new OrganizationImport(database.owner(), masterKey, here), output);
            return ExitCode.DONE;
        } catch (MoveRefusedException e) {
            output.println(e.getMessage());
            return ExitCode.FAILED;
        }
    }

    private static void run(List<String> words, OrganizationImport arrivals, PrintStream output) {
        if (words.size() == 1) {
            output.println("taken in " + arrivals.take(Path.of(words.getFirst())));
        } else if (words.size() == 3 && words.get(1).equals(OPEN)) {
            arrivals.open(id(words), words.get(2));
            output.println("open     " + id(words));
        } else if (words.size() == 2 && words.get(1).equals(DISCARD)) {
            arrivals.discard(id(words));
            output.println("removed  " + id(words));
        } else {
            throw new MisuseException("say FILE, or ID " + OPEN + " CODE, or ID " + DISCARD);
        }
    }

    private static OrganizationId id(List<String> words) {
        return MisuseException.parse(words.getFirst(), OrganizationId::parse, "an organization's id is org_ and 32 lower-case hex digits");
    }
}
