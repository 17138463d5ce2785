package dev.corridor.service;

import dev.corridor.domain.access.Cell;
import dev.corridor.persistence.cell.CellMaps;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import java.io.PrintStream;
import java.util.List;

/** Prints what a proxy before several cells must know of this one: a line for each key that another cell has made, or for each e-mail address, by its hash. */
final class CellMapCommand implements Command {

    private static final String KEYS = "keys";
    private static final String EMAILS = "emails";

    @Override
    public String name() {
        return "cell-map";
    }

    @Override
    public List<String> parameters() {
        return List.of(KEYS + "|" + EMAILS);
    }

    @Override
    public String summary() {
        return "prints which keys that were made elsewhere, or which e-mail addresses, are of this cell, for a proxy";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        var here = settings.cell().orElseThrow(() -> new MisuseException("set CORRIDOR_CELL to the name of this cell"));
        try (var database = ServiceDatabase.attach(settings)) {
            var maps = new CellMaps(database.owner());
            print(arguments.getFirst(), maps, here, output);
            return ExitCode.DONE;
        }
    }

    private static void print(String what, CellMaps maps, Cell here, PrintStream output) {
        switch (what) {
            case KEYS -> maps.keys(hash -> output.println(hash + " " + here));
            case EMAILS -> maps.emails(hash -> output.println(hash + " " + here));
            default -> throw new MisuseException("say " + KEYS + " or " + EMAILS);
        }
    }
}
