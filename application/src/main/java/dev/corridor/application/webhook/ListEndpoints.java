package dev.corridor.application.webhook;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointId;

/** Lists the endpoints of the caller's organization, newest first. */
public interface ListEndpoints {

    @Refuses({})
    Page<Endpoint> list(Command command);

    record Command(Caller caller, PageRequest<EndpointId> page) {}
}
