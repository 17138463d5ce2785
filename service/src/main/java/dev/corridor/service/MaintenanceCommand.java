package dev.corridor.service;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.maintenance.SwitchMaintenance;
import dev.corridor.application.maintenance.SwitchMaintenanceService;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.Origin;
import dev.corridor.persistence.maintenance.PostgresMaintenanceNotices;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import dev.corridor.service.wiring.ClockAndIds;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Starts or ends maintenance on all nodes. Running services react within a second. */
final class MaintenanceCommand implements Command {

    private static final String RETRY_AFTER = "--retry-after";
    private static final Duration USUAL_WAIT = Duration.ofMinutes(1);
    private static final int MAX_DIGITS = 5;

    @Override
    public String name() {
        return "maintenance";
    }

    @Override
    public List<String> parameters() {
        return List.of("on|off", "[--retry-after SECONDS]");
    }

    @Override
    public boolean takes(int arguments) {
        return arguments == 1 || arguments == 3;
    }

    @Override
    public String summary() {
        return "answers all requests with service_unavailable, or ends that";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        return switch (arguments) {
            case List<String> words when words.equals(List.of("off")) -> switchTo(Optional.empty(), settings, output);
            case List<String> words when words.equals(List.of("on")) -> switchTo(Optional.of(USUAL_WAIT), settings, output);
            case List<String> words when words.size() == 3 && words.subList(0, 2).equals(List.of("on", RETRY_AFTER)) && isWait(words.get(2)) ->
                switchTo(Optional.of(Duration.ofSeconds(Long.parseLong(words.get(2)))), settings, output);
            default -> {
                output.println("say on, on --retry-after SECONDS (1 to 99999), or off");
                yield ExitCode.MISUSED;
            }
        };
    }

    private static boolean isWait(String text) {
        return text.length() <= MAX_DIGITS && text.matches("[1-9][0-9]*");
    }

    private static ExitCode switchTo(Optional<Duration> retryAfter, Settings settings, PrintStream output) {
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            new SwitchMaintenanceService(
                    new PostgresMaintenanceNotices(database.owner()), new AuditLog(ClockAndIds.ids()), ClockAndIds.clock())
                    .switchTo(new SwitchMaintenance.Command(new Operator(), retryAfter, Origin.CONSOLE));
            output.println(retryAfter.map(wait -> "maintenance is on; clients may retry after " + wait.toSeconds() + " seconds")
                    .orElse("maintenance is off"));
            return ExitCode.DONE;
        }
    }
}
