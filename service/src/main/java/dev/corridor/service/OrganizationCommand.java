package dev.corridor.service;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.operator.Act;
import dev.corridor.application.operator.OrganizationAct;
import dev.corridor.application.organization.ChangeOrganizationService;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.registry.PostgresRegistry;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import dev.corridor.service.wiring.ClockAndIds;
import java.io.PrintStream;
import java.util.List;

/** Approves, suspends or closes an organization, or switches its crypto payouts. Running services react within a second. */
final class OrganizationCommand implements Command {

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
        return "changes an organization: " + Act.words(OrganizationAct.class);
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        var act = Act.find(OrganizationAct.class, arguments.getLast())
                .orElseThrow(() -> new MisuseException("a change is one of " + Act.words(OrganizationAct.class)));
        var id = MisuseException.parse(
                arguments.getFirst(), OrganizationId::parse, "an organization's id is org_ and 32 lower-case hex digits");
        return run(settings, id, act, output);
    }

    private static ExitCode run(Settings settings, OrganizationId id, OrganizationAct act, PrintStream output) {
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            var changeOrganization = new ChangeOrganizationService(
                    new PostgresRegistry(database.owner()), new AuditLog(ClockAndIds.ids()), ClockAndIds.clock());
            var operator = Operator.actingFor(id, settings.environment());
            var changed = changeOrganization.change(act.command(operator, Origin.CONSOLE));
            output.println("organization   " + changed.id());
            output.println("status         " + changed.status());
            output.println("crypto payouts " + (changed.cryptoPayoutsEnabled() ? "allowed" : "forbidden"));
            return ExitCode.DONE;
        }
    }
}
