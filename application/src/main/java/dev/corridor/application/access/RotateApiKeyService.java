package dev.corridor.application.access;

import dev.corridor.application.access.port.KeyGenerator;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import java.time.InstantSource;
import java.util.Map;

public final class RotateApiKeyService implements RotateApiKey {

    private final Registry registry;
    private final KeyGenerator generator;
    private final AuditLog audit;
    private final InstantSource clock;

    public RotateApiKeyService(Registry registry, KeyGenerator generator, AuditLog audit, InstantSource clock) {
        this.registry = registry;
        this.generator = generator;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public NewSecret rotate(Command command) {
        var caller = command.caller();
        var secret = generator.newKey();
        return registry.decide(caller.organization(), command.once(), open -> {
            var key = open.keys().key(command.key());
            caller.requireAllOf(key.terms());
            var now = clock.instant();
            var rotated = key.rotate(secret, command.overlap(), now);
            open.replace(rotated, caller.principal(), now);
            open.record(audit.draw(
                    caller.organization(),
                    caller.principal(),
                    KeyActions.ROTATED,
                    key.id(),
                    Map.of("overlapSeconds", Long.toString(command.overlap().toSeconds())),
                    command.origin(),
                    now));
            return new NewSecret(rotated, secret);
        });
    }
}
