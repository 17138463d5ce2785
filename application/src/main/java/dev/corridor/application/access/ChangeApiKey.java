package dev.corridor.application.access;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.AccessError.ApiKeyNameTaken;
import dev.corridor.domain.access.AccessError.ApiKeyNotFound;
import dev.corridor.domain.access.AccessError.LastManagingKey;
import dev.corridor.domain.access.AccessError.TierInsufficient;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.KeyTerms;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.Forbidden;
import java.util.function.UnaryOperator;

/** Changes the terms of a key. The caller must have all that the key has, before and after. Idempotent. */
public interface ChangeApiKey {

    @Refuses({ApiKeyNotFound.class, Forbidden.class, TierInsufficient.class, LastManagingKey.class, ApiKeyNameTaken.class})
    ApiKey change(Command command);

    /** @param change computes the new terms from the current ones; pure */
    record Command(Caller caller, ApiKeyId key, UnaryOperator<KeyTerms> change, Origin origin, Once<ApiKey> once) {}
}
