package dev.corridor.service;

import dev.corridor.domain.organization.Environment;
import dev.corridor.persistence.distribution.Distribution;
import dev.corridor.persistence.distribution.Place;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import java.io.PrintStream;
import java.util.List;

/** Moves the tables to the nodes of an engine that distributes them. The service must not run meanwhile. What was broken off goes on where it was. */
final class DistributeCommand implements Command {

    @Override
    public String name() {
        return "distribute";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public String summary() {
        return "distributes the tables by organization, on an engine that can";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        if (settings.environment() == Environment.LIVE) {
            output.println("not with real money: see docs/operate/distribution.md");
            return ExitCode.FAILED;
        }
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            var distribution = new Distribution(database.owner());
            if (!distribution.isPossible()) {
                output.println("the database distributes no tables: it lacks the extension citus");
                return ExitCode.FAILED;
            }
            distribution.complete(
                    (name, place) -> output.println(name + (place == Place.TENANT ? " by organization" : " on each node")));
            output.println("start the service with CORRIDOR_BOOKS_BATCH_SCOPE=organization and CORRIDOR_BOOKS_PLANNING=by-statistics");
            return ExitCode.DONE;
        }
    }
}
