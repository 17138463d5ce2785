package dev.corridor.application.webhook;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.webhook.Attempt;
import dev.corridor.domain.webhook.AttemptId;
import dev.corridor.domain.webhook.EndpointId;

/** Lists the attempts to deliver messages to an endpoint, newest first, as long as they are kept. */
public interface ListAttempts {

    @Refuses(NotFound.class)
    Page<Attempt> list(Command command);

    record Command(Caller caller, EndpointId endpoint, PageRequest<AttemptId> page) {}
}
