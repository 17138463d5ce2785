package dev.corridor.application.feed;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.feed.TicketSecret;
import java.time.Instant;

/** Issues a ticket that opens one WebSocket for the caller, from the same address, within {@link dev.corridor.domain.feed.Ticket#LIFETIME}. */
public interface IssueTicket {

    @Refuses(InvalidApiKey.class)
    Issued issue(Command command);

    /**
     * @param credential the key or access token that has authenticated the caller
     * @param from the client's address
     */
    record Command(Caller caller, String credential, IpAddress from) {

        @Override
        public String toString() {
            return "Command[" + caller.principal() + ", …, " + from + "]";
        }
    }

    /** @param secret the ticket in clear text, which is returned only once */
    record Issued(TicketSecret secret, Instant expiresAt) {}
}
