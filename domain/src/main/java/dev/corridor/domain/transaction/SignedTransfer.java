package dev.corridor.domain.transaction;

import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.organization.OrganizationId;

/**
 * A signed blockchain payout. Rebroadcasting the same bytes is idempotent, so a send with an unknown outcome may be repeated; the hash
 * finds its result.
 *
 * @param raw the signed bytes, in hex
 */
public record SignedTransfer(TransactionId transaction, OrganizationId organization, ChainName chain, String txHash, String raw) {

    /** Leaves out the signed bytes, which anyone could broadcast. */
    @Override
    public String toString() {
        return "SignedTransfer[" + transaction + ", " + chain + ", " + txHash + "]";
    }
}
