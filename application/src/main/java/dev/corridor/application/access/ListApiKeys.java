package dev.corridor.application.access;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.Refuses;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;

/** Lists the keys of the caller's organization that are not deleted, newest first. */
public interface ListApiKeys {

    @Refuses({})
    Page<ApiKey> list(Command command);

    record Command(Caller caller, PageRequest<ApiKeyId> page) {}
}
