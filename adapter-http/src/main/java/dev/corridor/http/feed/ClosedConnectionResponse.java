package dev.corridor.http.feed;

import dev.corridor.domain.feed.ConnectionId;
import io.micronaut.serde.annotation.Serdeable;

/** Confirms that a connection was closed. */
@Serdeable
record ClosedConnectionResponse(String object, String connectionId, boolean closed) {

    static ClosedConnectionResponse of(ConnectionId id) {
        return new ClosedConnectionResponse("connection", id.toString(), true);
    }
}
