package dev.corridor.application.transaction.port;

import dev.corridor.domain.transaction.SignedTransfer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The transfers of payouts that are still LOCKED. */
public interface UnresolvedTransfers {

    /**
     * Takes transfers whose turn has come, the longest waiting first, and puts their next turn off by the lease: nobody else is given them
     * meanwhile, and if the taker dies somebody is given them afterwards. A transfer's first turn comes one lease after it was recorded.
     *
     * @param limit how many at most
     */
    List<SignedTransfer> claim(Instant now, Duration lease, int limit);
}
