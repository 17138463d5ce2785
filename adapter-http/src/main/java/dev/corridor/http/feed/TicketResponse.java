package dev.corridor.http.feed;

import dev.corridor.application.feed.IssueTicket;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A ticket for one WebSocket.
 *
 * @param ticket goes where a key would in the query
 */
@Serdeable
record TicketResponse(String object, String ticket, String expiresAt) {

    static TicketResponse of(IssueTicket.Issued issued) {
        return new TicketResponse("ticket", issued.secret().value(), Timestamp.format(issued.expiresAt()));
    }

    @Override
    public String toString() {
        return "TicketResponse[" + expiresAt + "]";
    }
}
