package dev.corridor.service;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.organization.ChangeOrganization;
import dev.corridor.application.organization.ChangeOrganizationService;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.persistence.registry.PostgresRegistry;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import dev.corridor.service.wiring.ClockAndIds;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Approves, suspends or closes an organization, or switches its crypto payouts. Running services react within a second. */
final class OrganizationCommand implements Command {

    private enum Change {
        APPROVE(Optional.of(OrganizationStatus.APPROVED), Optional.empty()),
        SUSPEND(Optional.of(OrganizationStatus.NOT_APPROVED), Optional.empty()),
        CLOSE(Optional.of(OrganizationStatus.CLOSED), Optional.empty()),
        ALLOW_CRYPTO(Optional.empty(), Optional.of(true)),
        FORBID_CRYPTO(Optional.empty(), Optional.of(false));

        private final Optional<OrganizationStatus> status;
        private final Optional<Boolean> cryptoPayouts;

        Change(Optional<OrganizationStatus> status, Optional<Boolean> cryptoPayouts) {
            this.status = status;
            this.cryptoPayouts = cryptoPayouts;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Optional<Change> find(String word) {
            return Arrays.stream(values()).filter(change -> change.word().equals(word)).findAny();
        }

        private static String words() {
            return Arrays.stream(values()).map(Change::word).collect(Collectors.joining(", "));
        }
    }

    @Override
    public String name() {
        return "organization";
    }

    @Override
    public List<String> parameters() {
        return List.of("ID", "CHANGE");
    }

    @Override
    public String summary() {
        return "changes an organization: " + Change.words();
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        var change = Change.find(arguments.getLast()).orElseThrow(() -> new MisuseException("a change is one of " + Change.words()));
        var id = MisuseException.parse(
                arguments.getFirst(), OrganizationId::parse, "an organization's id is org_ and 32 lower-case hex digits");
        return run(settings, id, change, output);
    }

    private static ExitCode run(Settings settings, OrganizationId id, Change change, PrintStream output) {
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            var changeOrganization = new ChangeOrganizationService(
                    new PostgresRegistry(database.owner()), new AuditLog(ClockAndIds.ids()), ClockAndIds.clock());
            var operator = Operator.actingFor(id, settings.environment());
            var changed = changeOrganization.change(new ChangeOrganization.Command(
                    operator, id, change.status, change.cryptoPayouts, Origin.CONSOLE, Once.eachTime()));
            output.println("organization   " + changed.id());
            output.println("status         " + changed.status());
            output.println("crypto payouts " + (changed.cryptoPayoutsEnabled() ? "allowed" : "forbidden"));
            return ExitCode.DONE;
        }
    }
}
