package dev.corridor.application.funding;

import dev.corridor.application.Refuses;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.funding.Arrival;
import dev.corridor.domain.funding.Receipt;
import dev.corridor.domain.funding.SuspenseReason;
import dev.corridor.domain.organization.OrganizationId;

/**
 * Records what has arrived at a rail, and credits it in the same decision if it belongs to an account. Takes effect once for each arrival, however often
 * and by how many nodes it is called: each call answers the receipt that the arrival has.
 *
 * <p>A suspended account is credited, because the money has arrived. What cannot be credited is recorded as SUSPENDED: something that no account
 * can hold, a closed account, a balance that would overflow, or whatever else the rail says.
 */
public interface RecordReceipt {

    @Refuses({})
    Receipt record(Command command);

    record Command(Arrival arrival, Owner owner) {}

    /** Whose it is, as far as the rail can tell. */
    sealed interface Owner {

        record OfAccount(OrganizationId organization, AccountId account) implements Owner {}

        record Nobody(SuspenseReason reason) implements Owner {}
    }
}
