package dev.corridor.http.api.webhook;

import dev.corridor.domain.webhook.EventType;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * What an endpoint receives.
 *
 * @param timestamp when it happened
 * @param data the resource, as its GET shows it
 */
@Serdeable
record WebhookMessage(@Spells(EventType.class) String type, @Spells(Instant.class) String timestamp, Object data) {

    /** The data is the organization's own. */
    @Override
    public String toString() {
        return "WebhookMessage[" + type + "]";
    }
}
