package dev.corridor.http.feed;

import dev.corridor.domain.feed.ConnectionId;
import io.micronaut.serde.annotation.Serdeable;

/** That a connection does not count any more. */
@Serdeable
record ClosedConnectionResponse(String object, String connectionId, boolean closed) {

    static ClosedConnectionResponse of(ConnectionId id) {
        return new ClosedConnectionResponse("connection", id.toString(), true);
    }
}
