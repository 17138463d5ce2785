package dev.corridor.service;

import dev.corridor.application.access.ChangeApiKeyStatusService;
import dev.corridor.application.access.RevokeKey;
import dev.corridor.application.access.RevokeKeyService;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.domain.audit.Origin;
import dev.corridor.persistence.access.PostgresApiKeys;
import dev.corridor.persistence.access.PostgresCredentials;
import dev.corridor.persistence.registry.PostgresRegistry;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import dev.corridor.service.wiring.ClockAndIds;
import java.io.PrintStream;
import java.util.List;

/** Deletes an API key of any organization permanently. Running services react within a second. */
final class RevokeKeyCommand implements Command {

    @Override
    public String name() {
        return "revoke-key";
    }

    @Override
    public List<String> parameters() {
        return List.of("KEY");
    }

    @Override
    public String summary() {
        return "deletes an API key, named by its id or by itself";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            var owner = database.owner();
            var move = new ChangeApiKeyStatusService(new PostgresRegistry(owner), new AuditLog(ClockAndIds.ids()), ClockAndIds.clock());
            var revokeKey = new RevokeKeyService(new PostgresApiKeys(owner), new PostgresCredentials(owner), move);
            var revoked = revokeKey.revoke(new RevokeKey.Command(arguments.getFirst(), settings.environment(), Origin.CONSOLE));
            output.println("revoked " + revoked.id() + " of " + revoked.organization());
            return ExitCode.DONE;
        }
    }
}
