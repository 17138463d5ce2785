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
 * Enables, locks, unlocks or deletes a key. To put one into use the caller must be able to do all that it can do; anybody who manages keys may
 * put any of them out of use, because that cannot wait, except the last one that manages keys. Done twice, the second is refused.
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
