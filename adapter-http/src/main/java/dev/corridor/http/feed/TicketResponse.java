package dev.corridor.http.feed;

import dev.corridor.application.feed.IssueTicket;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A ticket for one WebSocket.
 *
 * @param ticket goes where a key would in the query
 */
@Serdeable
record TicketResponse(@Literal("ticket") String object, String ticket, @Spells(Instant.class) String expiresAt) {

    static TicketResponse of(IssueTicket.Issued issued) {
        return new TicketResponse("ticket", issued.secret().value(), Timestamp.format(issued.expiresAt()));
    }

    @Override
    public String toString() {
        return "TicketResponse[" + expiresAt + "]";
    }
}
