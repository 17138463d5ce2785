package dev.corridor.http.api.webhook;

import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.domain.webhook.Redelivery;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** A replay that has begun. */
@Serdeable
public record ReplayResponse(
        @Literal("webhook_replay") String object,
        @Spells(EndpointId.class) String endpointId,
        @Spells(Instant.class) String from,
        @Spells(Instant.class) String until) {

    public static ReplayResponse of(Redelivery.OfPeriod replay) {
        return new ReplayResponse(
                "webhook_replay", replay.endpoint().toString(), Timestamp.format(replay.from()), Timestamp.format(replay.until()));
    }
}
