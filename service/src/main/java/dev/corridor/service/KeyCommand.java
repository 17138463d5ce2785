package dev.corridor.service;

import dev.corridor.application.access.ChangeApiKeyService;
import dev.corridor.application.access.ChangeApiKeyStatusService;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.operator.Act;
import dev.corridor.application.operator.KeyAct;
import dev.corridor.domain.access.AccessError.ApiKeyNotFound;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.persistence.access.PostgresApiKeys;
import dev.corridor.persistence.registry.PostgresRegistry;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import dev.corridor.service.wiring.ClockAndIds;
import java.io.PrintStream;
import java.util.List;

/** Takes a key out of use or into use again, or lets it do what only an operator grants. A service that runs knows within a second. */
final class KeyCommand implements Command {

    @Override
    public String name() {
        return "key";
    }

    @Override
    public List<String> parameters() {
        return List.of("ID", "CHANGE");
    }

    @Override
    public String summary() {
        return "changes an API key: " + Act.words(KeyAct.class);
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        var act = Act.find(KeyAct.class, arguments.getLast())
                .orElseThrow(() -> new MisuseException("a change is one of " + Act.words(KeyAct.class)));
        var id = MisuseException.parse(arguments.getFirst(), ApiKeyId::parse, "a key's id is key_ and 32 lower-case hex digits");
        return run(settings, id, act, output);
    }

    private static ExitCode run(Settings settings, ApiKeyId id, KeyAct act, PrintStream output) {
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            var owner = new PostgresApiKeys(database.owner())
                    .ownerOf(id)
                    .orElseThrow(() -> new BusinessException(new ApiKeyNotFound(id)));
            var operator = Operator.actingFor(owner, settings.environment());
            var registry = new PostgresRegistry(database.owner());
            var audit = new AuditLog(ClockAndIds.ids());
            var changed = act.perform(
                    operator,
                    id,
                    Origin.CONSOLE,
                    new ChangeApiKeyStatusService(registry, audit, ClockAndIds.clock()),
                    new ChangeApiKeyService(registry, audit, ClockAndIds.clock()));
            output.println("key         " + changed.id() + " of " + owner);
            output.println("status      " + changed.status());
            output.println("permissions " + String.join(" ", changed.terms().permissions().stream().map(Permission::toString).toList()));
            return ExitCode.DONE;
        }
    }
}
