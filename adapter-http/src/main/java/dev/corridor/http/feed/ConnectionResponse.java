package dev.corridor.http.feed;

import dev.corridor.domain.feed.Connection;
import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * An open WebSocket.
 *
 * @param holder the key or user whose limits it counts against
 * @param address of the client
 * @param subscriptions their number
 */
@Serdeable
record ConnectionResponse(@Literal("connection") String object, @Spells(ConnectionId.class) String connectionId, String holder, String address,
        int subscriptions, @Spells(Instant.class) String connectedAt) {

    static ConnectionResponse of(Connection connection) {
        return new ConnectionResponse(
                "connection",
                connection.id().toString(),
                connection.holder(),
                connection.from().toString(),
                connection.subscriptions(),
                Timestamp.format(connection.openedAt()));
    }
}
