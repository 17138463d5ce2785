package dev.corridor.http.feed;

import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.serde.annotation.Serdeable;

/** Confirms that a connection was closed. */
@Serdeable
record ClosedConnectionResponse(@Literal("connection") String object, @Spells(ConnectionId.class) String connectionId, boolean closed) {

    static ClosedConnectionResponse of(ConnectionId id) {
        return new ClosedConnectionResponse("connection", id.toString(), true);
    }
}
