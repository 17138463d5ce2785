package dev.corridor.application.access;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.AccessError.ApiKeyNotFound;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.Environment;

/** For the operator: deletes a key, whosever it is and even if it is the last that manages keys. One that is deleted already is not found. */
public interface RevokeKey {

    @Refuses({InvalidApiKey.class, ApiKeyNotFound.class})
    ApiKey revoke(Command command);

    /** @param idOrSecret {@code key_...}, or the key itself, as somebody found it who should not have */
    record Command(String idOrSecret, Environment environment, Origin origin) {

        @Override
        public String toString() {
            return "Command[…]";
        }
    }
}
