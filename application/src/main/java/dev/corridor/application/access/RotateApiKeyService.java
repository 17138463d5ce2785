package dev.corridor.application.access;

import dev.corridor.application.access.port.KeyGenerator;
import dev.corridor.application.access.port.SigningSecrets;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import dev.corridor.domain.access.SealedSecret;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

public final class RotateApiKeyService implements RotateApiKey {

    private final Registry registry;
    private final KeyGenerator generator;
    private final SigningSecrets signingSecrets;
    private final AuditLog audit;
    private final InstantSource clock;

    public RotateApiKeyService(
            Registry registry,
            KeyGenerator generator,
            SigningSecrets signingSecrets,
            AuditLog audit,
            InstantSource clock) {
        this.registry = registry;
        this.generator = generator;
        this.signingSecrets = signingSecrets;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public NewSecret rotate(Command command) {
        var caller = command.caller();
        var secret = generator.newKey();
        var signingSecret = signingSecrets.newSecret();
        var sealedSecret = signingSecrets.seal(signingSecret, command.key());
        return registry.decide(caller.organization(), command.once(), open -> {
            var key = open.keys().key(command.key());
            caller.requireAllOf(key.terms());
            var now = clock.instant();
            boolean signs = key.terms().signature().isPresent();
            var sealed = signs ? Optional.of(sealedSecret) : Optional.<SealedSecret>empty();
            var rotated = key.rotate(secret, sealed, command.overlap(), now);
            open.replace(rotated, caller.principal(), now);
            open.record(audit.draw(
                    caller.organization(),
                    caller.principal(),
                    KeyActions.ROTATED,
                    key.id(),
                    Map.of("overlapSeconds", Long.toString(command.overlap().toSeconds())),
                    command.origin(),
                    now));
            return new NewSecret(rotated, secret, signs ? Optional.of(signingSecret) : Optional.empty());
        });
    }
}
