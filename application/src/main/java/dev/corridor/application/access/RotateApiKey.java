package dev.corridor.application.access;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.AccessError.ApiKeyNotFound;
import dev.corridor.domain.access.AccessError.TierInsufficient;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.Forbidden;
import java.time.Duration;

/**
 * Rotates a key's secret and returns the new one only once. The old secret works for the overlap; an even older one stops at once. The
 * caller must have all that the key has. Not idempotent.
 */
public interface RotateApiKey {

    @Refuses({ApiKeyNotFound.class, Forbidden.class, TierInsufficient.class})
    NewSecret rotate(Command command);

    /** @param overlap from zero to {@link dev.corridor.domain.access.ApiKey#MAX_OVERLAP} */
    record Command(Caller caller, ApiKeyId key, Duration overlap, Origin origin, Once<NewSecret> once) {}
}
