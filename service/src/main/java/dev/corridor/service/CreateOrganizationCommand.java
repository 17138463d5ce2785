package dev.corridor.service;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.onboarding.OnboardOrganization;
import dev.corridor.application.onboarding.OnboardOrganizationService;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.account.PostgresAccounts;
import dev.corridor.persistence.registry.PostgresRegistry;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import dev.corridor.service.wiring.ClockAndIds;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Creates an organization with its primary account and an API key; a live deployment's first customer starts here. */
final class CreateOrganizationCommand implements Command {

    @Override
    public String name() {
        return "create-organization";
    }

    @Override
    public List<String> parameters() {
        return List.of("NAME");
    }

    @Override
    public String summary() {
        return "creates an organization and prints its account and key";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        if (arguments.getFirst().isBlank()) {
            throw new MisuseException("an organization needs a name");
        }
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            var owner = database.owner();
            var onboarding = new OnboardOrganizationService(
                    new PostgresRegistry(owner),
                    new PostgresAccounts(owner, AssetCatalogue.STANDARD, BatchScope.ANY),
                    ClockAndIds.keysFor(settings),
                    new AuditLog(ClockAndIds.ids()),
                    ClockAndIds.ids(),
                    ClockAndIds.clock());
            var status = OrganizationStatus.ofNewIn(settings.environment());
            var created = onboarding.onboard(new OnboardOrganization.Command(
                    arguments.getFirst(), status, true, Optional.empty(), Optional.empty(), new Operator(), Origin.CONSOLE));
            output.println("organization " + created.organization().id());
            output.println("status       " + status);
            output.println("account      " + created.primaryAccount().id());
            output.println("API key      " + created.key().value() + "  (shown this once)");
            return ExitCode.DONE;
        }
    }
}
