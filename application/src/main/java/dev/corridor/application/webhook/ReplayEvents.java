package dev.corridor.application.webhook;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.domain.webhook.Redelivery;
import java.time.Instant;

/**
 * Sends an endpoint the events of a period that it subscribes to and that are still kept, under the ids that their messages have, beside what happens
 * meanwhile. A new period takes the place of what is left of the one before.
 */
public interface ReplayEvents {

    @Refuses(NotFound.class)
    Redelivery.OfPeriod replay(Command command);

    /** @param until exclusive */
    record Command(
            Caller caller, EndpointId endpoint, Instant from, Instant until, Origin origin, Once<Redelivery.OfPeriod> once) {}
}
