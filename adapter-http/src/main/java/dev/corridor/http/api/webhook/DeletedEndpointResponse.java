package dev.corridor.http.api.webhook;

import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.serde.annotation.Serdeable;

/** Confirms that an endpoint was deleted. */
@Serdeable
record DeletedEndpointResponse(@Literal("webhook_endpoint") String object, @Spells(EndpointId.class) String id, boolean deleted) {

    static DeletedEndpointResponse of(EndpointId id) {
        return new DeletedEndpointResponse("webhook_endpoint", id.toString(), true);
    }
}
