package dev.corridor.service;

import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import dev.corridor.service.wiring.ClockAndIds;
import java.io.PrintStream;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes what the tables of a dump need and a dump of one database lacks: the role in which the service works. Or lets that role log in by itself, to tables
 * that are as this program wants them, so that the owner's password is on no machine that serves.
 */
final class PrepareDatabaseCommand implements Command {

    private static final String LOGIN = "login";
    private static final int PASSWORD_BYTES = 24;

    @Override
    public String name() {
        return "prepare-database";
    }

    @Override
    public List<String> parameters() {
        return List.of("[login]");
    }

    @Override
    public boolean takes(int arguments) {
        return arguments <= 1;
    }

    @Override
    public String summary() {
        return "makes a new server ready for a dump, or lets the role of the service log in";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        if (!arguments.isEmpty() && !arguments.equals(List.of(LOGIN))) {
            output.println("say login, or nothing");
            return ExitCode.MISUSED;
        }
        try (var database = ServiceDatabase.open(settings)) {
            if (arguments.isEmpty()) {
                database.prepare();
                output.println("the role corridor_service is there; restore with pg_restore --no-owner --exit-on-error");
            } else {
                var address = database.prepareLogin(HexFormat.of().formatHex(ClockAndIds.bytes(PASSWORD_BYTES)));
                output.println(address
                        .map(made -> "CORRIDOR_DATABASE_URL=" + made.toUrl())
                        .orElse("corridor_service may log in with the password that it has, and the tables are as this Corridor wants them"));
            }
            return ExitCode.DONE;
        }
    }
}
