package dev.corridor.application.access;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.Refuses;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;

/** Lists the caller's undeleted keys, newest first. */
public interface ListApiKeys {

    @Refuses({})
    Page<ApiKey> list(Command command);

    record Command(Caller caller, PageRequest<ApiKeyId> page) {}
}
