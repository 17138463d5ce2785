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
 * Creates a key in the caller's organization and environment. It may do no more than the caller and is bound at least as
 * tightly: by addresses, signatures and expiry. The secret is returned only once. A repeat without an idempotency key creates another key,
 * or is refused for its name.
 */
public interface CreateApiKey {

    @Refuses({Forbidden.class, TierInsufficient.class, ApiKeyNameTaken.class, ApiKeyLimitReached.class})
    NewSecret create(Command command);

    /** @param enabled false leaves the key CREATED until it is enabled */
    record Command(Caller caller, KeyTerms terms, boolean enabled, Origin origin, Once<NewSecret> once) {}
}
