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
 * Gives a key a new secret, which is answered this once; the old one works beside it for the overlap. A secret before the old one, which may
 * still have worked, stops at once. The caller must be able to do all that the key can do. Asked twice, it rotates twice.
 */
public interface RotateApiKey {

    @Refuses({ApiKeyNotFound.class, Forbidden.class, TierInsufficient.class})
    NewSecret rotate(Command command);

    /** @param overlap from zero to {@link dev.corridor.domain.access.ApiKey#MAX_OVERLAP} */
    record Command(Caller caller, ApiKeyId key, Duration overlap, Origin origin, Once<NewSecret> once) {}
}
