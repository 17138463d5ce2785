package dev.corridor.http.api.webhook;

import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.domain.webhook.EventType;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * An endpoint without its secret.
 *
 * @param disabled whether events wait for it, because you have disabled it or because it received nothing for three days
 * @param eventTypes empty for all
 */
@Serdeable
public record EndpointResponse(
        @Literal("webhook_endpoint") String object,
        @Spells(EndpointId.class) String id,
        String url,
        String description,
        boolean disabled,
        @Spells(EventType.class) List<String> eventTypes,
        @Spells(Instant.class) String createdAt,
        @Spells(Instant.class) String updatedAt) {

    public static EndpointResponse of(Endpoint endpoint) {
        var terms = endpoint.terms();
        return new EndpointResponse(
                "webhook_endpoint",
                endpoint.id().toString(),
                terms.url().value(),
                terms.description(),
                terms.disabled(),
                terms.eventTypes().stream().map(EventType::toString).toList(),
                Timestamp.format(endpoint.createdAt()),
                Timestamp.format(endpoint.updatedAt()));
    }

    /** The URL may hold a token. */
    @Override
    public String toString() {
        return "EndpointResponse[" + id + "]";
    }
}
