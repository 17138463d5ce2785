package dev.corridor.application.access;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.AccessError.ApiKeyLimitReached;
import dev.corridor.domain.access.AccessError.ApiKeyNameTaken;
import dev.corridor.domain.access.AccessError.TierInsufficient;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.KeyTerms;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.Forbidden;

/**
 * Makes a key for the caller's organization, in the caller's environment. It can do no more than the caller. Its secret is answered this once;
 * asked twice, it makes two keys, or refuses the second for its name.
 */
public interface CreateApiKey {

    @Refuses({Forbidden.class, TierInsufficient.class, ApiKeyNameTaken.class, ApiKeyLimitReached.class})
    NewSecret create(Command command);

    /** @param enabled whether it works at once, or waits to be enabled */
    record Command(Caller caller, KeyTerms terms, boolean enabled, Origin origin, Once<NewSecret> once) {}
}
