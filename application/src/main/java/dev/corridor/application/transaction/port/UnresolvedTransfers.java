package dev.corridor.application.transaction.port;

import dev.corridor.domain.transaction.SignedTransfer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The transfers of LOCKED payouts. */
public interface UnresolvedTransfers {

    /**
     * Leases due transfers, the longest waiting first. No other worker gets them during the lease; after a crash they become due when it
     * ends. A new transfer is due one lease after it was recorded.
     *
     * @param limit the most transfers per call
     */
    List<SignedTransfer> claim(Instant now, Duration lease, int limit);
}
