package dev.corridor.application.transaction.port;

import dev.corridor.domain.transaction.NetworkTransfer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Transfers between organizations, each from the decision that writes it until its money has left clearing. Every method is durable when it
 * returns, and takes effect once however often and by whom it is called.
 */
public interface NetworkOutbox {

    /**
     * Leases due transfers, the longest waiting first. No other worker gets them during the lease; after a crash they become due when it
     * ends. A new transfer is due one lease after it was recorded.
     *
     * @param limit the most transfers per call
     */
    List<Waiting> claim(Instant now, Duration lease, int limit);

    /** Keeps the transfer from being claimed for a while, on top of the lease, after a turn that came to nothing. */
    void postpone(NetworkTransfer transfer, Duration by);

    /** Nothing is left to do for the transfer. */
    void end(NetworkTransfer transfer);

    /** @param failures how many turns came to nothing */
    record Waiting(NetworkTransfer transfer, int failures) {}
}
