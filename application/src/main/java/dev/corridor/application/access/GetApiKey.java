package dev.corridor.application.access;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.AccessError.ApiKeyNotFound;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;

/** Reads a key of the caller's organization. A deleted key is not found. */
public interface GetApiKey {

    @Refuses(ApiKeyNotFound.class)
    ApiKey get(Command command);

    record Command(Caller caller, ApiKeyId key) {}
}
