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
import dev.corridor.domain.access.LimitError.RateLimitExceeded;
import java.util.Optional;

/** The non-blocking part of {@link Authenticate}, for the event loop: empty if it needs the key store, a signature check or a count that blocks. */
public interface AuthenticateFromCache {

    @Refuses({
        MissingNonce.class,
        RateLimitExceeded.class,
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
