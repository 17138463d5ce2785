package dev.corridor.application.funding;

import dev.corridor.application.Refuses;

/**
 * Periodic job that gives each account its funding methods: an address on each chain, a reference at each bank. Accounts that were opened since the last
 * run get theirs, and all of them when a chain has a new key or a bank another account. The earlier ones become INACTIVE, and what arrives by them is
 * credited as before. Safe on several nodes at once.
 */
public interface ProvisionFundingMethods {

    /** Returns the most accounts that one rail was provided for. */
    @Refuses({})
    int provision(Command command);

    /** @param limit the most accounts per rail and run */
    record Command(int limit) {}
}
