package dev.corridor.application.access;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.AccessError.ApiKeyNotFound;
import dev.corridor.domain.access.AccessError.ApiKeyTransitionRefused;
import dev.corridor.domain.access.AccessError.LastManagingKey;
import dev.corridor.domain.access.AccessError.TierInsufficient;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.Forbidden;

/**
 * Enables, locks, unlocks or deletes a key. Putting a key into use requires all that it has. Taking it out of use is urgent, so any
 * caller that manages keys may do so, except for the last managing key. Repeating it is refused.
 */
public interface ChangeApiKeyStatus {

    @Refuses({
        ApiKeyNotFound.class,
        Forbidden.class,
        TierInsufficient.class,
        ApiKeyTransitionRefused.class,
        LastManagingKey.class
    })
    ApiKey move(Command command);

    record Command(Caller caller, ApiKeyId key, Move move, Origin origin, Once<ApiKey> once) {}

    enum Move {
        ENABLE,
        LOCK,
        UNLOCK,
        DELETE
    }
}
