package dev.corridor.application.funding;

import dev.corridor.application.Refuses;

/**
 * Periodic job that gives each account its deposit address on each chain: accounts that were opened since the last run, and all of them when a chain has
 * a new key. The address of an earlier key becomes INACTIVE, and what arrives there is credited as before. Safe on several nodes at once.
 */
public interface ProvisionDepositAddresses {

    /** Returns how many accounts were provided for. */
    @Refuses({})
    int provision(Command command);

    /** @param limit the most accounts per chain and run */
    record Command(int limit) {}
}
