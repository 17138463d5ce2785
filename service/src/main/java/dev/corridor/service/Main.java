package dev.corridor.service;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.service.database.UnusableDatabaseException;
import dev.corridor.service.embedded.EmbeddedDatabaseException;
import dev.corridor.service.settings.InvalidSettingsException;
import dev.corridor.service.settings.Settings;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The entry point: finds the command, runs it, and exits with its code. */
public final class Main {

    /** Set by the script {@code corridor}, because before Java 22 the JVM cannot tell whether standard error is a terminal. */
    private static final String TERMINAL = "corridor.terminal";

    private static final Set<String> HELP = Set.of("help", "--help", "-h");

    private final List<Command> commands;
    private final Map<String, String> environment;
    private final PrintStream output;
    private final PrintStream errors;

    Main(List<Command> commands, Map<String, String> environment, PrintStream output, PrintStream errors) {
        this.commands = commands;
        this.environment = environment;
        this.output = output;
        this.errors = errors;
    }

    public static void main(String[] words) {
        var commands = List.of(
                new ServeCommand(),
                new VerifyBooksCommand(System.err, Boolean.getBoolean(TERMINAL)),
                new CloseMonthCommand(),
                new ReconcileCommand(System.err),
                new CreateOrganizationCommand(),
                new OrganizationCommand(),
                new ExportOrganizationCommand(),
                new ImportOrganizationCommand(),
                new CellMapCommand(),
                new VerificationCommand(),
                new KeyCommand(),
                new RevokeKeyCommand(),
                new UserCommand(),
                new OperatorCommand(),
                new PayoutCommand(),
                new ReviewCommand(),
                new SuspenseCommand(),
                new GasCommand(),
                new FeeCommand(),
                new PayoutControlsCommand(),
                new MaintenanceCommand(),
                new BackupCommand(),
                new RestoreCommand(),
                new PrepareDatabaseCommand(),
                new DistributeCommand(),
                new SealSecretsCommand(),
                new DoctorCommand(),
                new RehearseCommand());
        var exitCode = new Main(commands, System.getenv(), System.out, System.err).run(List.of(words));
        System.exit(exitCode.value());
    }

    ExitCode run(List<String> words) {
        if (words.size() == 1 && HELP.contains(words.getFirst())) {
            output.print(usage());
            return ExitCode.DONE;
        }
        var command = find(words);
        if (command.isEmpty()) {
            errors.print(usage());
            return ExitCode.MISUSED;
        }
        try {
            return command.get().run(Settings.of(environment), words.subList(1, words.size()), output);
        } catch (MisuseException e) {
            output.println(e.getMessage());
            return ExitCode.MISUSED;
        } catch (BusinessException refusal) {
            output.println(refusal.error().message());
            return ExitCode.FAILED;
        } catch (InvalidSettingsException e) {
            errors.println(e.getMessage());
            return ExitCode.MISUSED;
        } catch (CannotListenException | EmbeddedDatabaseException | UnusableDatabaseException e) {
            errors.println(e.getMessage());
            return ExitCode.FAILED;
        }
    }

    private Optional<Command> find(List<String> words) {
        return commands.stream()
                .filter(command -> !words.isEmpty() && command.name().equals(words.getFirst()))
                .filter(command -> command.takes(words.size() - 1))
                .findAny();
    }

    private String usage() {
        var usage = new StringBuilder("Usage: ./corridor COMMAND\n\n");
        for (var command : commands) {
            usage.append(line(command.name() + " " + String.join(" ", command.parameters()), command.summary()));
        }
        return usage.append(line("bench [ARGUMENT ...]", "measures how fast it is, where the sources are; see bench --help"))
                .append(line("help", "prints this text"))
                .toString();
    }

    private static String line(String synopsis, String summary) {
        return "  %-26s %s%n".formatted(synopsis, summary);
    }
}
