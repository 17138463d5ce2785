package dev.corridor.application.access;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.AccessError.ApiKeyDeleted;
import dev.corridor.domain.access.AccessError.ApiKeyDeprecated;
import dev.corridor.domain.access.AccessError.ApiKeyExpired;
import dev.corridor.domain.access.AccessError.ApiKeyLocked;
import dev.corridor.domain.access.AccessError.ApiKeyNotEnabled;
import dev.corridor.domain.access.AccessError.ClientInactive;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.AccessError.IpNotAllowed;
import dev.corridor.domain.access.AccessError.MissingNonce;
import dev.corridor.domain.access.Caller;
import java.util.Optional;

/**
 * Does what {@link Authenticate} does, as far as it can be done without waiting: empty if the key store would have to be asked, or a
 * signature checked. For a thread
 * that must not be kept.
 */
public interface AuthenticateFromCache {

    @Refuses({
        MissingNonce.class,
        InvalidApiKey.class,
        ApiKeyDeleted.class,
        ApiKeyDeprecated.class,
        ApiKeyExpired.class,
        ApiKeyNotEnabled.class,
        ApiKeyLocked.class,
        ClientInactive.class,
        IpNotAllowed.class
    })
    Optional<Caller> authenticateAtOnce(Authenticate.Command command);
}
