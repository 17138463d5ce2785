package dev.corridor.service;

import dev.corridor.application.reconciliation.ReconcileRails;
import dev.corridor.application.reconciliation.ReconcileRails.Outcome;
import dev.corridor.application.reconciliation.ReconcileRailsService;
import dev.corridor.persistence.reconciliation.PostgresReconciliations;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.database.UnusableDatabaseException;
import dev.corridor.service.embedded.EmbeddedDatabaseException;
import dev.corridor.service.settings.Settings;
import dev.corridor.service.wiring.ClockAndIds;
import dev.corridor.service.wiring.ConnectedRails;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;

/** Compares the books with the connected chains and banks, whether the service runs or not, and prints one JSON object per difference. */
final class ReconcileCommand implements Command {

    private static final String ACCEPT = "accept";

    private final PrintStream errors;

    ReconcileCommand(PrintStream errors) {
        this.errors = errors;
    }

    @Override
    public String name() {
        return "reconcile";
    }

    @Override
    public List<String> parameters() {
        return List.of("[accept", Evidence.OPTION, "TEXT]");
    }

    @Override
    public boolean takes(int arguments) {
        return arguments == 0 || arguments == 3;
    }

    @Override
    public String summary() {
        return "compares the books with chains and banks; fails if they differ; or records that the differences are explained";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        var command = command(arguments);
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            var outcomes = new ReconcileRailsService(
                    ConnectedRails.comparisons(settings.rails(), database.owner()),
                    new PostgresReconciliations(database.owner()),
                    ClockAndIds.clock())
                    .reconcile(command);
            outcomes.forEach(outcome -> print(outcome, output));
            return exitCode(outcomes);
        } catch (EmbeddedDatabaseException | UnusableDatabaseException e) {
            errors.println(e.getMessage());
            return ExitCode.UNKNOWN;
        } catch (RuntimeException e) {
            // An internal error must not exit like a difference, which it would as an uncaught exception.
            e.printStackTrace(errors);
            return ExitCode.UNKNOWN;
        }
    }

    private static ReconcileRails.Command command(List<String> arguments) {
        if (arguments.isEmpty()) {
            return new ReconcileRails.Command.Now();
        }
        if (!arguments.getFirst().equals(ACCEPT)) {
            throw new MisuseException("differences are listed, or accepted with evidence");
        }
        return new ReconcileRails.Command.Accept(Evidence.of(arguments.subList(1, arguments.size())));
    }

    private void print(Outcome outcome, PrintStream output) {
        for (var difference : outcome.differences()) {
            var kind = new LinkedHashMap<String, String>();
            kind.put("rail", outcome.rail());
            kind.put("check", difference.check());
            output.println(JsonLine.of(kind, difference.facts()));
        }
        errors.println(outcome.failure()
                .map(failure -> outcome.rail() + " could not be compared: " + failure)
                .orElseGet(() -> "%s: movements compared: %d, differences: %d"
                        .formatted(outcome.rail(), outcome.movements(), outcome.differences().size())));
    }

    private static ExitCode exitCode(List<Outcome> outcomes) {
        if (outcomes.stream().anyMatch(outcome -> outcome.failure().isPresent())) {
            return ExitCode.UNKNOWN;
        }
        return outcomes.stream().allMatch(outcome -> outcome.differences().isEmpty()) ? ExitCode.DONE : ExitCode.FAILED;
    }
}
