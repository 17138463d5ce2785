package dev.corridor.application.webhook;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.domain.webhook.EndpointTerms;
import java.util.function.UnaryOperator;

/**
 * Changes the terms of an endpoint, which is then tried again at once if it was failing. While it is disabled, events wait for it, as long as
 * they are kept. Idempotent.
 */
public interface ChangeEndpoint {

    @Refuses(NotFound.class)
    Endpoint change(Command command);

    /** @param change computes the new terms from the current ones; pure */
    record Command(Caller caller, EndpointId endpoint, UnaryOperator<EndpointTerms> change, Origin origin, Once<Endpoint> once) {}
}
