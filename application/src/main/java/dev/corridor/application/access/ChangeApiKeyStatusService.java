package dev.corridor.application.access;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.AuditAction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

public final class ChangeApiKeyStatusService implements ChangeApiKeyStatus {

    private final Registry registry;
    private final AuditLog audit;
    private final InstantSource clock;

    public ChangeApiKeyStatusService(Registry registry, AuditLog audit, InstantSource clock) {
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public ApiKey move(Command command) {
        var caller = command.caller();
        return registry.decide(caller.organization(), command.once(), open -> {
            var key = open.keys().key(command.key());
            requireMayMove(caller, key, command.move());
            var now = clock.instant();
            var moved = moved(key, command.move(), now);
            open.replace(moved, caller.principal(), now);
            open.record(audit.draw(
                    caller.organization(), caller.principal(), action(command.move()), key.id(), Map.of(), command.origin(), now));
            return moved;
        });
    }

    private static void requireMayMove(Caller caller, ApiKey key, Move move) {
        switch (move) {
            case ENABLE, UNLOCK -> caller.requireAllOf(key.terms());
            case LOCK, DELETE -> {}
        }
    }

    private static ApiKey moved(ApiKey key, Move move, Instant now) {
        return switch (move) {
            case ENABLE -> key.enable(now);
            case LOCK -> key.lock(now);
            case UNLOCK -> key.unlock(now);
            case DELETE -> key.delete(now);
        };
    }

    private static AuditAction action(Move move) {
        return switch (move) {
            case ENABLE -> KeyActions.ENABLED;
            case LOCK -> KeyActions.LOCKED;
            case UNLOCK -> KeyActions.UNLOCKED;
            case DELETE -> KeyActions.DELETED;
        };
    }
}
