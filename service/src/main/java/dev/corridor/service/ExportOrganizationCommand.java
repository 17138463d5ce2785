package dev.corridor.service;

import dev.corridor.domain.access.Cell;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.cell.MoveRefusedException;
import dev.corridor.persistence.cell.OrganizationExport;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import dev.corridor.service.wiring.ClockAndIds;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/** The old cell's part of moving an organization: closes it and writes it to a file, and then lets it go, or opens it again. The service runs meanwhile. */
final class ExportOrganizationCommand implements Command {

    private static final String TO = "--to";
    private static final String RELEASE = "--release";
    private static final String ABANDON = "--abandon";

    private static final int CODE_BYTES = 16;

    /** A few times what a chain or a simulated one takes to confirm. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "export-organization";
    }

    @Override
    public List<String> parameters() {
        return List.of("ID", "FILE", TO, "CELL", "|", RELEASE, "|", ABANDON);
    }

    @Override
    public boolean takes(int arguments) {
        return arguments == 2 || arguments == 4;
    }

    @Override
    public String summary() {
        return "moves an organization to another cell: closes it and writes it, then lets it go, or opens it again";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        var id = MisuseException.parse(
                arguments.getFirst(), OrganizationId::parse, "an organization's id is org_ and 32 lower-case hex digits");
        var here = settings.cell().orElseThrow(() -> new MisuseException("set CORRIDOR_CELL to the name of this cell"));
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            run(id, here, arguments.subList(1, arguments.size()), new OrganizationExport(database.owner()), output);
            return ExitCode.DONE;
        } catch (MoveRefusedException e) {
            output.println(e.getMessage());
            return ExitCode.FAILED;
        }
    }

    private static void run(OrganizationId id, Cell here, List<String> words, OrganizationExport export, PrintStream output) {
        if (words.equals(List.of(RELEASE))) {
            output.println("gone    " + id);
            output.println("code    " + export.release(id));
        } else if (words.equals(List.of(ABANDON))) {
            export.stay(id);
            output.println("open    " + id);
        } else if (words.size() == 3 && words.get(1).equals(TO)) {
            var to = MisuseException.parse(words.get(2), Cell::new, "a cell's name is 1 to 12 lower-case letters and digits");
            var file = Path.of(words.getFirst());
            if (to.equals(here) || Files.exists(file)) {
                throw new MisuseException("say another cell than " + here + ", and a file that is not there yet");
            }
            export.export(id, here, to, file, HexFormat.of().formatHex(ClockAndIds.bytes(CODE_BYTES)), PATIENCE);
            output.println("closed  " + id);
            output.println("written " + file);
        } else {
            throw new MisuseException("say FILE " + TO + " CELL, or " + RELEASE + ", or " + ABANDON);
        }
    }
}
