package dev.corridor.application.access;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.access.port.KeyGenerator;
import dev.corridor.application.access.port.SigningSecrets;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import java.time.InstantSource;

public final class CreateApiKeyService implements CreateApiKey {

    private final Registry registry;
    private final KeyGenerator generator;
    private final SigningSecrets signingSecrets;
    private final AuditLog audit;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public CreateApiKeyService(
            Registry registry,
            KeyGenerator generator,
            SigningSecrets signingSecrets,
            AuditLog audit,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.registry = registry;
        this.generator = generator;
        this.signingSecrets = signingSecrets;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public NewSecret create(Command command) {
        var caller = command.caller();
        var id = new ApiKeyId(ids.next());
        var secret = generator.newKey();
        var signing = command.terms().signature().map(format -> signingSecrets.newSecret());
        var sealed = signing.map(open -> signingSecrets.seal(open, id));
        return registry.decide(caller.organization(), command.once(), open -> {
            caller.requireAllOf(command.terms());
            caller.requireMayHandOut(command.terms().permissions());
            var now = clock.instant();
            var key = ApiKey.issue(id, caller.organization(), command.terms(), secret, sealed, command.enabled(), now);
            open.add(key);
            open.record(audit.draw(
                    caller.organization(),
                    caller.principal(),
                    KeyActions.CREATED,
                    id,
                    KeyActions.details(command.terms()),
                    command.origin(),
                    now));
            return new NewSecret(key, secret, signing);
        });
    }
}
