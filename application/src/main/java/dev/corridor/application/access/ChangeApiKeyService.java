package dev.corridor.application.access;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import dev.corridor.domain.access.ApiKey;
import java.time.InstantSource;

public final class ChangeApiKeyService implements ChangeApiKey {

    private final Registry registry;
    private final AuditLog audit;
    private final InstantSource clock;

    public ChangeApiKeyService(Registry registry, AuditLog audit, InstantSource clock) {
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public ApiKey change(Command command) {
        var caller = command.caller();
        return registry.decide(caller.organization(), command.once(), open -> {
            var key = open.keys().key(command.key());
            var terms = command.change().apply(key.terms());
            caller.requireAllOf(key.terms());
            caller.requireAllOf(terms);
            caller.requireMayHandOut(terms.permissionsBeyond(key.terms()));
            var now = clock.instant();
            var changed = key.change(terms, now);
            open.replace(changed, caller.principal(), now);
            open.record(audit.draw(
                    caller.organization(),
                    caller.principal(),
                    KeyActions.CHANGED,
                    key.id(),
                    KeyActions.details(terms),
                    command.origin(),
                    now));
            return changed;
        });
    }
}
