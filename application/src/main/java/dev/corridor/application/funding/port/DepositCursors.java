package dev.corridor.application.funding.port;

import dev.corridor.domain.beneficiary.ChainName;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** How far each chain has been read for deposits. */
public interface DepositCursors {

    /** Lets the reading of a chain begin with that block. No effect if it has begun. */
    void begin(ChainName chain, long block);

    /** Leases the chain, and answers the first block that has not been read. Empty if another worker has the lease, or nothing has begun. */
    OptionalLong claim(ChainName chain, Instant now, Duration lease);

    /** The first block that has not been read; empty if nothing has begun. */
    OptionalLong next(ChainName chain);

    /** The blocks before this one have been read. Ends the lease. Never goes back. */
    void advance(ChainName chain, long next);
}
