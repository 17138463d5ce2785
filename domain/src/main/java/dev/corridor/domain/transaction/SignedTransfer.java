package dev.corridor.domain.transaction;

import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.organization.OrganizationId;

/**
 * A payout as it goes over a blockchain, signed. Sending the same bytes again moves nothing twice, so a send whose outcome is unknown may be
 * repeated, and the hash finds out what became of it.
 *
 * @param raw the signed bytes, in hex
 */
public record SignedTransfer(TransactionId transaction, OrganizationId organization, ChainName chain, String txHash, String raw) {

    /** Whoever holds the signed bytes can send them. */
    @Override
    public String toString() {
        return "SignedTransfer[" + transaction + ", " + chain + ", " + txHash + "]";
    }
}
