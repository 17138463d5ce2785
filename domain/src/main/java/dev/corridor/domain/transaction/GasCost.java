package dev.corridor.domain.transaction;

import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.organization.OrganizationId;
import java.math.BigInteger;
import java.time.Instant;

/**
 * What the house has paid to a network for a transaction in a block, whether it has moved anything or not. No customer bears it.
 *
 * @param wallet that has paid
 * @param units of the chain's own coin, the smallest there are
 * @param hasMoved whether the payout was carried out by it
 */
public record GasCost(
        TransactionId transaction,
        OrganizationId organization,
        ChainName chain,
        String wallet,
        String txHash,
        BigInteger units,
        boolean hasMoved,
        Instant bookedAt) {

    public GasCost {
        if (units.signum() < 0) {
            throw new IllegalArgumentException("gas costs nothing or more");
        }
    }

    public static GasCost of(SignedTransfer mined, BigInteger units, boolean hasMoved, Instant now) {
        var transfer = mined.transfer();
        return new GasCost(
                transfer.transaction(), transfer.organization(), transfer.chain(), mined.wallet(), mined.txHash(), units, hasMoved, now);
    }
}
