package dev.corridor.application.access;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.AccessError.ApiKeyNotFound;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.Environment;

/** Operator only: deletes any organization's key, even the last managing one. A deleted key is not found. */
public interface RevokeKey {

    @Refuses({InvalidApiKey.class, ApiKeyNotFound.class})
    ApiKey revoke(Command command);

    /** @param idOrSecret {@code key_...}, or a leaked secret */
    record Command(String idOrSecret, Environment environment, Origin origin) {

        @Override
        public String toString() {
            return "Command[…]";
        }
    }
}
