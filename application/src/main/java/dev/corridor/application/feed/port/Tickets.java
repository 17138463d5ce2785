package dev.corridor.application.feed.port;

import dev.corridor.domain.feed.Ticket;
import java.time.Instant;
import java.util.Optional;

/** The tickets that have not been used, on all nodes. */
public interface Tickets {

    void add(Ticket ticket);

    /** Removes the ticket and returns it. Atomic: of concurrent calls, one gets it. */
    Optional<Ticket> take(String hash);

    /**
     * Deletes a batch of tickets that expired before that moment. Repeatable, and safe on several nodes at once.
     *
     * @param limit the most tickets per call
     * @return how many were deleted
     */
    int removeExpired(Instant before, int limit);
}
