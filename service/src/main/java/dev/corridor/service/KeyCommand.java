package dev.corridor.service;

import dev.corridor.application.access.ChangeApiKey;
import dev.corridor.application.access.ChangeApiKeyService;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.AccessError.ApiKeyNotFound;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.KeyTerms;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Lets a key do what only an operator grants, or ends that. A service that runs knows within a second. */
final class KeyCommand implements Command {

    private static final Map<String, UnaryOperator<KeyTerms>> CHANGES = new TreeMap<>(Map.of(
            "allow-reversals", terms -> terms.allowing(Permission.TRANSACTIONS_REVERSE),
            "forbid-reversals", terms -> terms.forbidding(Permission.TRANSACTIONS_REVERSE)));

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
        return "changes what an API key may do: " + String.join(", ", CHANGES.keySet());
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        var change = CHANGES.get(arguments.getLast());
        if (change == null) {
            throw new MisuseException("a change is one of " + String.join(", ", CHANGES.keySet()));
        }
        var id = MisuseException.parse(arguments.getFirst(), ApiKeyId::parse, "a key's id is key_ and 32 lower-case hex digits");
        return run(settings, id, change, output);
    }

    private static ExitCode run(Settings settings, ApiKeyId id, UnaryOperator<KeyTerms> change, PrintStream output) {
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            var owner = new PostgresApiKeys(database.owner())
                    .ownerOf(id)
                    .orElseThrow(() -> new BusinessException(new ApiKeyNotFound(id)));
            var operator = Operator.actingFor(owner, settings.environment());
            var changed = new ChangeApiKeyService(
                    new PostgresRegistry(database.owner()), new AuditLog(ClockAndIds.ids()), ClockAndIds.clock())
                    .change(new ChangeApiKey.Command(operator, id, change, Origin.CONSOLE, Once.eachTime()));
            output.println("key         " + changed.id() + " of " + owner);
            output.println("permissions " + String.join(" ", changed.terms().permissions().stream().map(Permission::toString).toList()));
            return ExitCode.DONE;
        }
    }
}
